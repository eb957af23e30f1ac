// examples/typescript, and programs that fail.
import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { control } from "../Node/simulator.mjs";
import { Stack, root } from "./stack.mjs";

const serviceName = "loadbalancer-0123456789abcdef";

const settings = { serviceName, failoverIps: ["192.0.2.10", "192.0.2.11"], names: ["www.example.com", "example.com"] };

const writes = async () => (await control("GET", "/calls/count")).writes;

test("the example creates everything once and takes it down again", async () => {
  const stack = new Stack(join(root, "examples/typescript"), settings);
  const preview = await stack.preview();
  assert.equal(preview.code, 0, preview.said);
  assert.match(preview.said, /\+ 5 to create/);
  assert.equal(await writes(), 0);

  const up = await stack.up();
  assert.equal(up.code, 0, up.said);
  assert.match(up.said, /\+ 5 created/);
  const { addresses, certificateId, firewallAllow, nftables, state } = stack.outputs;
  assert.deepEqual(addresses, ["192.0.2.10/32", "192.0.2.11/32"]);
  assert.ok(Number.isInteger(certificateId));
  assert.deepEqual(firewallAllow, ["203.0.113.64/27", "203.0.113.96/27"]);
  assert.match(nftables, /^add table inet ovh-iplb\n/);
  assert.equal(state, "running");
  const before = await writes();

  const again = await stack.up();
  assert.equal(again.code, 0, again.said);
  assert.match(again.said, /5 unchanged/);
  assert.equal(await writes(), before);

  const destroy = await stack.destroy();
  assert.equal(destroy.code, 0, destroy.said);
  assert.deepEqual(stack.resources, []);
});

// Programs of these tests lie beside each other under a folder that has the example's packages.
const failing = async (name, program) => {
  const folder = join(root, "artifacts/typescript", name);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "index.ts"), `import * as iplb from "@pulumi/ovh-iplb";\n${program}\n`);
  const up = await new Stack(folder).up();
  assert.equal(up.code, 1, up.said);
  return up.said;
};

test("a program that throws fails with its exception", async () => {
  assert.match(await failing("throws", `throw new Error("not today");`), /not today/);
});

test("a missing argument is named before anything is registered", async () => {
  const said = await failing("lacks", `new iplb.FailoverAttachment("web-ip", <any>{ ip: "192.0.2.10" });`);
  assert.match(said, /Missing required property 'serviceName'/);
});

test("what the provider refuses is said with its property", async () => {
  const said = await failing("refused", `new iplb.FailoverAttachment("web-ip", { serviceName: "${serviceName}", ip: "nonsense" });`);
  assert.match(said, /property ip value \{nonsense\} has a problem/);
});
