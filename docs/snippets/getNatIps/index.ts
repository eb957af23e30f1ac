import * as iplb from "@pulumi/ovh-iplb";

const nat = iplb.getNatIpsOutput({
    serviceName: "loadbalancer-0123456789abcdef",
});

export const cidrs = nat.cidrs;
export const zones = nat.zones;
