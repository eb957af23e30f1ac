// The quickstart in TypeScript: two failover IPs serve from one load balancer, with one free certificate for two names.
import * as pulumi from "@pulumi/pulumi";
import * as iplb from "@pulumi/ovh-iplb";

const config = new pulumi.Config();
const serviceName = config.require("serviceName");

// Each IP is moved to the load balancer. Refreshing is left to one resource below, so that it happens once.
const attachments = config.requireObject<string[]>("failoverIps").map(ip =>
    ({ ip, attachment: new iplb.FailoverAttachment(ip, { serviceName, ip, autoRefresh: false }) }));

const live = new iplb.Refresh("live", {
    serviceName,
    triggers: Object.fromEntries(attachments.map(one => [one.ip, one.attachment.revision])),
});

// The certificate is ordered once the IPs that its names point to are live.
const certificate = new iplb.FreeCertificate("web", {
    serviceName,
    fqdns: config.requireObject<string[]>("names"),
    onDelete: iplb.CertificateDeletion.Delete,
}, { dependsOn: [live] });

// What the firewall of the servers behind the load balancer must let in, and the rules for it.
const rules = iplb.getFirewallRulesOutput({ serviceName: live.serviceName, ports: ["80", "443"] });

export const addresses = attachments.map(one => one.attachment.ipBlock);
export const certificateId = certificate.certificateId;
export const firewallAllow = rules.cidrs;
export const nftables = rules.nftables;
export const state = iplb.getInstancesState({ serviceName }).then(found => found.state);
