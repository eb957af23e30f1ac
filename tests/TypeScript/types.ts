// What the compiler takes and what it refuses of the SDK that offline/NodeSdk writes; compiled, never run. A line that is said to be an
// error, and is none, is an error.
import * as pulumi from "@pulumi/pulumi";
import * as iplb from "@pulumi/ovh-iplb";

const serviceName: pulumi.Input<string> = Promise.resolve("loadbalancer-0123456789abcdef");
const opts: pulumi.CustomResourceOptions = { protect: true };

const attachment = new iplb.FailoverAttachment("ip", { serviceName, ip: pulumi.output("192.0.2.10"), onDelete: "retain" }, opts);
// @ts-expect-error An argument that is required.
new iplb.FailoverAttachment("ip", { serviceName });
// @ts-expect-error No value of the enum.
new iplb.FailoverAttachment("ip", { serviceName, ip: "192.0.2.10", onDelete: "burn" });
// @ts-expect-error No such argument.
new iplb.FailoverAttachment("ip", { serviceName, ip: "192.0.2.10", colour: "red" });
// @ts-expect-error An output is no argument.
new iplb.FailoverAttachment("ip", { serviceName, ip: "192.0.2.10", ipBlock: "192.0.2.10/32" });

const ipBlock: pulumi.Output<string> = attachment.ipBlock;
const taskId: pulumi.Output<string | undefined> = attachment.taskId;
// @ts-expect-error An output that may be absent.
const certainTaskId: pulumi.Output<string> = attachment.taskId;
const got: iplb.FailoverAttachment = iplb.FailoverAttachment.get("same", attachment.id, opts);
const unknown: unknown = attachment;
const narrowed: pulumi.Output<string> | undefined = iplb.FailoverAttachment.isInstance(unknown) ? unknown.revision : undefined;

const live = new iplb.Refresh("live", { serviceName, triggers: { ip: attachment.revision, release: "1" }, zones: ["gra", attachment.ip] });
const changes: pulumi.Output<iplb.types.output.PendingChange[]> = live.pendingChanges;

const retain: iplb.CertificateDeletion = iplb.types.enums.CertificateDeletion.Retain;
const provider = new iplb.Provider("own", { pollInterval: 1, dnsServers: ["192.0.2.53"], applicationKey: pulumi.secret("key") });
const endpoint: string | undefined = iplb.config.endpoint;

const plain: Promise<iplb.GetNatIpsResult> = iplb.getNatIps({ serviceName: "loadbalancer-0123456789abcdef" }, { provider });
// @ts-expect-error Without outputs a function takes values only.
iplb.getNatIps({ serviceName: attachment.serviceName });
const lifted: pulumi.Output<string> = iplb.getNatIpsOutput({ serviceName: attachment.serviceName }, { dependsOn: [live] }).zones[0].zone;
// @ts-expect-error An argument that is required.
iplb.getFirewallRulesOutput({ serviceName });
