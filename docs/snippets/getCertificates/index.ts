import * as iplb from "@pulumi/ovh-iplb";

const expiring = iplb.getCertificatesOutput({
    serviceName: "loadbalancer-0123456789abcdef",
    expiresWithinDays: 30,
});

export const certificates = expiring.certificates;
