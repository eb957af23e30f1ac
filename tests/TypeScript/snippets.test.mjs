// Every example of the reference in TypeScript, run as it stands there. tests/EndToEnd does so for C# and YAML.
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { Stack, root } from "./stack.mjs";

// It needs a certificate and its key, which Node.js cannot make.
const unrun = new Set(["CustomCertificate"]);

const program = (name) => join(root, "artifacts/typescript", name);

const free = new Stack(program("FreeCertificate"));

// Those that look up a certificate find this one.
before(async () => {
  const up = await free.up();
  assert.equal(up.code, 0, up.said);
  assert.ok(Number.isInteger(free.outputs.certificateId));
});

after(async () => {
  const destroy = await free.destroy();
  assert.equal(destroy.code, 0, destroy.said);
  assert.deepEqual(free.resources, []);
});

for (const name of readdirSync(join(root, "docs/snippets")).filter((name) => name !== "FreeCertificate")) {
  test(name, { skip: unrun.has(name) && "its types are checked, and it is run in C# and YAML" }, async () => {
    const stack = new Stack(program(name));
    const up = await stack.up();
    assert.equal(up.code, 0, up.said);
    assert.notDeepEqual(stack.outputs, {});
    const destroy = await stack.destroy();
    assert.equal(destroy.code, 0, destroy.said);
    assert.deepEqual(stack.resources, []);
  });
}
