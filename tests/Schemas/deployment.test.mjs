// Holds a state the embedded engine writes (tests/Engine.Tests/State/written-state.json, which a test there keeps true) to
// Pulumi's schema of deployments. The schema is not part of this repository; where it does not lie beside it, the test is
// skipped.
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";
import Ajv2020 from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

const root = new URL("../../", import.meta.url);
const schema = new URL("../shared/pulumi/deployment-schema.json", root);
const read = (url) => JSON.parse(readFileSync(url, "utf8"));

test("the engine's state is a Pulumi deployment", { skip: !existsSync(schema) && "the schema is not beside this repository" }, () => {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats(ajv);
  // The schema of a single resource is not at hand: any object stands for it.
  ajv.addSchema({
    $id: "https://github.com/pulumi/pulumi/blob/master/sdk/go/common/apitype/resources.json",
    $defs: { v3: { $anchor: "v3", type: "object" } },
  });
  const validate = ajv.compile(read(schema));
  const state = read(new URL("tests/Engine.Tests/State/written-state.json", root));
  assert.equal(state.version, 4);
  // The schema says of version 4 only that there are features; what is deployed is the same in both.
  for (const each of [state, { version: 3, deployment: state.deployment }]) {
    assert.ok(validate(each), JSON.stringify(validate.errors, null, 2));
  }
});
