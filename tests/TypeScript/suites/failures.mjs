// Programs that go wrong: the exit code, what is said, and what is kept.
import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { Stack } from "../stack.mjs";

const attachment = "new iplb.FailoverAttachment(\"web-ip\", { serviceName: \"loadbalancer-0123456789abcdef\", ip: \"192.0.2.10\" });";

async function failing(context, ...lines) {
  const stack = Stack.of(["import * as iplb from \"@pulumi/ovh-iplb\";", ...lines].join("\n"));
  context.after(() => stack.remove());
  const { code, output } = await stack.end("up", "--yes", "--skip-preview");
  assert.equal(code, 1, output);
  return { stack, output };
}

suite("a program that fails", () => {
  test("by an exception keeps what it declared, and deletes nothing", async (context) => {
    const { stack, output } = await failing(context, attachment, "throw new Error(\"no such luck\");");
    assert.match(output, /failed with an unhandled exception:\n +Error: no such luck/);
    assert.equal(stack.own()["web-ip"].outputs.phase, "live");
    await stack.run("destroy", "--yes", "--skip-preview");
    assert.deepEqual(stack.resources(), []);
  });

  test("by an argument that is missing names it", async (context) => {
    const { stack, output } = await failing(context, "new iplb.FailoverAttachment(\"web-ip\", { serviceName: \"loadbalancer-0123456789abcdef\" } as any);");
    assert.match(output, /Missing required property 'ip'/);
    assert.deepEqual(stack.own(), {});
  });

  test("by an argument that the provider refuses is ended with the provider's words", async (context) => {
    const { stack, output } = await failing(context, attachment.replace("192.0.2.10", "192.0.2.777"), "setInterval(() => {}, 1000);");
    assert.match(output, /"192\.0\.2\.777" is no IP address or block/);
    assert.deepEqual(stack.own(), {});
  });

  test("by a function that fails has its words", async (context) => {
    const { output } = await failing(context, "export const cidrs = iplb.getNatIpsOutput({ serviceName: \"loadbalancer-nowhere\" }).cidrs;");
    assert.match(output, /Invoke of 'ovh-iplb:index:getNatIps' failed: GET \/ipLoadbalancing\/loadbalancer-nowhere\/natIp was refused/);
  });

  test("by its exit code is told by it", async (context) => {
    const { output } = await failing(context, "process.exit(3);");
    assert.match(output, /the program ended with exit code 3/);
  });
});
