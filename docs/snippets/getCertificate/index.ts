import * as iplb from "@pulumi/ovh-iplb";

const certificate = iplb.getCertificateOutput({
    serviceName: "loadbalancer-0123456789abcdef",
    name: "www.example.com",
});

export const certificateId = certificate.certificateId;
export const names = certificate.names;
export const expiresAt = certificate.expiresAt;
export const type = certificate.type;
