import * as iplb from "@pulumi/ovh-iplb";

const loadBalancer = iplb.getLoadBalancerOutput({
    serviceName: "loadbalancer-0123456789abcdef",
});

export const addresses = loadBalancer.addresses;
export const zones = loadBalancer.zones;
export const offer = loadBalancer.offer;
export const state = loadBalancer.state;
