import * as pulumi from "@pulumi/pulumi";
import * as iplb from "@pulumi/ovh-iplb";

const config = new pulumi.Config();

const certificate = new iplb.CustomCertificate("www", {
    serviceName: "loadbalancer-0123456789abcdef",
    certificate: config.require("certificate"),
    // pulumi config set --secret key < key.pem
    key: config.requireSecret("key"),
    displayName: "www",
});

// What a frontend takes as its defaultSslId.
export const certificateId = certificate.certificateId;
export const names = certificate.names;
