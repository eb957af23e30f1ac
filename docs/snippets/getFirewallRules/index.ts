import * as iplb from "@pulumi/ovh-iplb";

const rules = iplb.getFirewallRulesOutput({
    serviceName: "loadbalancer-0123456789abcdef",
    ports: ["80", "443"],
});

export const nftables = rules.nftables;
export const iptables = rules.iptables;
export const ip6tables = rules.ip6tables;
export const ufw = rules.ufw;
