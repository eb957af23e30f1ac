// The example of a resource or function in the reference does what it shows, from nothing and back to it.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { root, Stack } from "./stack.mjs";

const folder = join(root, "docs/snippets");
const own = (name) => readFileSync(join(root, "tests/NodeProvider/own", name), "utf8");
const configuration = { CustomCertificate: { certificate: own("certificate.pem"), key: own("key.pem") } };
// The function finds what the resource's example made.
const before = { getCertificate: "FreeCertificate" };

const isFunction = (name) => name.startsWith("get");
const isAlone = (name) => isFunction(name) && !before[name];
const programOf = (name) => readFileSync(join(folder, name, "index.ts"), "utf8");
const exportsOf = (program) => [...program.matchAll(/^export const (\w+)/gm)].map(([, name]) => name);

// Those that only look, and those that change the world or need it changed.
export const looking = readdirSync(folder).filter(isAlone);
export const changing = readdirSync(folder).filter((name) => !isAlone(name));

export function snippet(name) {
  test(name, async (context) => {
    const ground = before[name] && await deployed(context, before[name]);
    const stack = await deployed(context, name);
    const outputs = stack.outputs();
    assert.deepEqual(Object.keys(outputs).sort(), exportsOf(programOf(name)).sort());
    assert.ok(Object.values(outputs).every((value) => value !== null && value !== ""));
    const types = Object.values(stack.own()).map(({ type }) => type);
    assert.ok(isFunction(name) ? types.length === 0 : types.includes(`ovh-iplb:index:${name}`), types.join());
    await takenDown(stack);
    if (ground) {
      await takenDown(ground);
    }
  });
}

async function deployed(context, name) {
  const stack = Stack.of(programOf(name), configuration[name]);
  context.after(() => stack.remove());
  await stack.run("up", "--yes", "--skip-preview");
  return stack;
}

async function takenDown(stack) {
  await stack.run("destroy", "--yes", "--skip-preview");
  assert.deepEqual(stack.resources(), []);
}
