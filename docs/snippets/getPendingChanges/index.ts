import * as iplb from "@pulumi/ovh-iplb";

const pending = iplb.getPendingChangesOutput({
    serviceName: "loadbalancer-0123456789abcdef",
});

export const total = pending.total;
export const pendingChanges = pending.pendingChanges;
