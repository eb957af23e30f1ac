import * as iplb from "@pulumi/ovh-iplb";

const attachment = new iplb.FailoverAttachment("web-ip", {
    serviceName: "loadbalancer-0123456789abcdef",
    ip: "192.0.2.10",
});

export const address = attachment.ipBlock;
