import * as iplb from "@pulumi/ovh-iplb";

const failovers = iplb.getFailoversOutput({
    serviceName: "loadbalancer-0123456789abcdef",
});

export const ips = failovers.ips;
