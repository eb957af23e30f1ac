import * as iplb from "@pulumi/ovh-iplb";

const first = new iplb.FailoverAttachment("first", {
    serviceName: "loadbalancer-0123456789abcdef",
    ip: "192.0.2.10",
    autoRefresh: false,
});
const second = new iplb.FailoverAttachment("second", {
    serviceName: "loadbalancer-0123456789abcdef",
    ip: "192.0.2.11",
    autoRefresh: false,
});

// One refresh for both, now and whenever either is moved here anew.
const live = new iplb.Refresh("live", {
    serviceName: "loadbalancer-0123456789abcdef",
    triggers: { first: first.revision, second: second.revision },
});

export const pendingChanges = live.pendingChanges.apply(changes => changes.length);
