import * as iplb from "@pulumi/ovh-iplb";

// The names point to this address: it has to serve from the load balancer first.
const attachment = new iplb.FailoverAttachment("web-ip", {
    serviceName: "loadbalancer-0123456789abcdef",
    ip: "192.0.2.10",
});

const certificate = new iplb.FreeCertificate("web", {
    serviceName: attachment.serviceName,
    fqdns: ["www.example.com", "example.com"],
}, { dependsOn: [attachment] });

// What a frontend takes as its defaultSslId.
export const certificateId = certificate.certificateId;
export const expiresAt = certificate.expiresAt;
