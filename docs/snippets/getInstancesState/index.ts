import * as iplb from "@pulumi/ovh-iplb";

const health = iplb.getInstancesStateOutput({
    serviceName: "loadbalancer-0123456789abcdef",
});

export const state = health.state;
export const isServing = health.isServing;
export const instances = health.instances;
