// examples/typescript, from nothing and back to it.
import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { control } from "../../Node/simulator.mjs";
import { Stack } from "../stack.mjs";

const writes = async () => (await control("GET", "/calls")).filter(({ method }) => method !== "GET");

suite("the example", () => {
  test("is previewed, deployed, unchanged and taken down", async (context) => {
    const stack = Stack.ofExample();
    context.after(() => stack.remove());

    const preview = await stack.run("preview");
    assert.match(preview, /\+ 5 to create/);
    assert.match(preview, /\[0\]: "192\.0\.2\.10\/32"/);
    assert.match(preview, /certificate +: \[unknown\]/);
    assert.deepEqual([await writes(), stack.resources()], [[], []]);

    assert.match(await stack.run("up", "--yes", "--skip-preview"), /\+ 5 created/);
    const { "192.0.2.10": first, "192.0.2.11": second, live, web } = stack.own();
    assert.deepEqual(live.inputs.triggers, { "192.0.2.10": first.outputs.revision, "192.0.2.11": second.outputs.revision });
    assert.deepEqual(web.dependencies, [live.urn]);
    const { nftables, ...outputs } = stack.outputs();
    assert.deepEqual(outputs, {
      addresses: ["192.0.2.10/32", "192.0.2.11/32"],
      certificate: web.outputs.certificateId,
      expiresAt: web.outputs.expiresAt,
      firewallAllow: ["203.0.113.64/27", "203.0.113.96/27"],
      isServing: true,
      names: ["www.example.com", "example.com"],
    });
    assert.match(nftables, /tcp dport \{ 80, 443 \} drop/);
    assert.equal(typeof outputs.certificate, "number");
    assert.notDeepEqual(await writes(), []);

    await control("DELETE", "/calls");
    assert.match(await stack.run("up", "--yes", "--skip-preview"), /5 unchanged/);
    assert.deepEqual(await writes(), []);

    assert.match(await stack.run("destroy", "--yes", "--skip-preview"), /- 5 deleted/);
    assert.deepEqual(stack.resources(), []);
  });
});
