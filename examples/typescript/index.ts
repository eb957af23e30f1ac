// Two failover IPs serve from one load balancer, with one free certificate for two names.
import * as pulumi from "@pulumi/pulumi";
import * as iplb from "@pulumi/ovh-iplb";

const config = new pulumi.Config();
const serviceName = config.require("serviceName");
const failoverIps = config.requireObject<string[]>("failoverIps");
const fqdns = config.requireObject<string[]>("names");

// Each IP is moved to the load balancer. Refreshing is left to one resource below, so that it happens once.
const attachments = failoverIps.map(ip => new iplb.FailoverAttachment(ip, { serviceName, ip, autoRefresh: false }));

// A change of any trigger makes the load balancer's configuration live: here, whenever an IP was moved to it anew.
const live = new iplb.Refresh("live", {
    serviceName,
    triggers: Object.fromEntries(attachments.map((attachment, index) => [failoverIps[index], attachment.revision])),
});

// The certificate is ordered once the IPs that its names point to are live.
const web = new iplb.FreeCertificate("web", {
    serviceName,
    fqdns,
    // Certificates are issued at a limited rate. Kept, the next `up` after a `destroy` finds this one and orders none.
    onDelete: config.getBoolean("keepCertificate") ? iplb.types.enums.CertificateDeletion.Retain : undefined,
}, { dependsOn: [live] });

// What the firewall of the servers behind the load balancer must let in. Asked for once the load balancer is known to be there.
const nat = iplb.getNatIpsOutput({ serviceName: live.serviceName });
const rules = iplb.getFirewallRulesOutput({ serviceName: live.serviceName, ports: ["80", "443"] });

export const addresses = attachments.map(attachment => attachment.ipBlock);
export const certificate = web.certificateId;
export const expiresAt = web.expiresAt;
export const firewallAllow = nat.cidrs;
export const names = web.fqdns;
export const nftables = rules.nftables;
// A promise does as well, where no argument is an output.
export const isServing = iplb.getInstancesState({ serviceName }).then(health => health.isServing);
