// What programs may say beyond names and arguments: components, providers, resources of others, secrets.
import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { Stack } from "../stack.mjs";

const program = `
import * as pulumi from "@pulumi/pulumi";
import * as iplb from "@pulumi/ovh-iplb";

class Web extends pulumi.ComponentResource {
    readonly attachment: iplb.FailoverAttachment;

    constructor(name: string, opts?: pulumi.ComponentResourceOptions) {
        super("example:index:Web", name, {}, opts);
        this.attachment = new iplb.FailoverAttachment("ip", {
            serviceName: "loadbalancer-0123456789abcdef",
            ip: "192.0.2.10",
            onDelete: iplb.AttachmentDeletion.Park,
        }, { parent: this, aliases: [{ name: "old" }], ignoreChanges: ["ip"], customTimeouts: { create: "5m" } });
        this.registerOutputs({ ipBlock: this.attachment.ipBlock });
    }
}

const provider = new iplb.Provider("own", {
    endpoint: iplb.config.endpoint,
    applicationKey: iplb.config.applicationKey,
    applicationSecret: iplb.config.applicationSecret,
    consumerKey: iplb.config.consumerKey,
    dnsServers: iplb.config.dnsServers,
    pollInterval: iplb.config.pollInterval,
});
const web = new Web("web", { provider });
const same = iplb.FailoverAttachment.get("same", web.attachment.id, { provider });

export const resource = web.attachment.urn;
export const ipBlock = same.ipBlock;
export const secret = pulumi.secret("hidden");
export const pollInterval = iplb.config.pollInterval;
export const known = [iplb.FailoverAttachment.isInstance(same), iplb.Provider.isInstance(provider), iplb.Refresh.isInstance(same)];
`;

suite("a program with options", () => {
  test("is served as by Pulumi's engine", async (context) => {
    const stack = Stack.of(program);
    context.after(() => stack.remove());

    assert.match(await stack.run("preview"), /\+ 4 to create/);
    const output = await stack.run("up", "--yes", "--skip-preview");
    assert.match(output, /secret +: \[secret\]/);
    assert.doesNotMatch(output, /hidden/);

    const provider = stack.resources().find(({ type }) => type === "pulumi:providers:ovh-iplb");
    assert.equal(provider.inputs.dnsServers, JSON.stringify([process.env.SIMULATOR_DNS]));
    assert.equal(provider.inputs.applicationSecret["4dabf18193072939515e22adb298388d"], "1b47061264138c4ac30d75fd1eb44270");
    const { ip, same } = stack.own();
    assert.equal(ip.urn, "urn:pulumi:dev::ovh-iplb-typescript::example:index:Web$ovh-iplb:index:FailoverAttachment::ip");
    assert.deepEqual([ip.provider, same.provider], [`${provider.urn}::${provider.id}`, `${provider.urn}::${provider.id}`]);
    assert.deepEqual([ip.customTimeouts, ip.ignoreChanges, ip.inputs.onDelete, same.external], [{ create: 300 }, ["ip"], "park", true]);
    const { secret, ...outputs } = stack.outputs();
    assert.deepEqual(outputs, { resource: ip.urn, ipBlock: "192.0.2.10/32", pollInterval: 0.05, known: [true, true, false] });
    assert.equal(secret["4dabf18193072939515e22adb298388d"], "1b47061264138c4ac30d75fd1eb44270");

    assert.match(await stack.run("up", "--yes", "--skip-preview"), /4 unchanged/);
    await stack.run("destroy", "--yes", "--skip-preview");
    assert.deepEqual(stack.resources(), []);
  });
});
