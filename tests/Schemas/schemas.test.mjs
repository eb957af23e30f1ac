// Holds sdk/schema.json to Pulumi's metaschema for packages. The metaschema is not part of this repository; where it does
// not lie beside it, the test is skipped.
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";
import Ajv2020 from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

const root = new URL("../../", import.meta.url);
const metaschema = new URL("../shared/pulumi/package-metaschema.json", root);
const read = (url) => JSON.parse(readFileSync(url, "utf8"));

test("sdk/schema.json is a Pulumi package schema", { skip: !existsSync(metaschema) && "the metaschema is not beside this repository" }, () => {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats(ajv);
  const validate = ajv.compile(read(metaschema));
  const valid = validate(read(new URL("sdk/schema.json", root)));
  assert.ok(valid, JSON.stringify(validate.errors, null, 2));
});
