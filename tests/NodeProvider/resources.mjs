// The resources, each with what its lifecycle needs to know.
import { readFileSync } from "node:fs";
import { control } from "../Node/simulator.mjs";
import { loadBalancer as serviceName } from "./deployment.mjs";
import { difference } from "./differences.mjs";
import { secret } from "./values.mjs";

export const attachment = {
  type: "FailoverAttachment",
  inputs: { serviceName, ip: "192.0.2.10" },
  id: `${serviceName}/192.0.2.10/32`,
  changed: { serviceName, ip: "192.0.2.10/32", onDelete: "park" },
  difference: difference("onDelete", "ADD", false),
  deletes: ["POST /ip/192.0.2.10/32/park", `POST /ipLoadbalancing/${serviceName}/refresh`],
  arrange: async () => {},
};

export const certificate = {
  type: "FreeCertificate",
  inputs: { serviceName, fqdns: ["WWW.example.com", "example.com."] },
  id: `${serviceName}/example.com,www.example.com`,
  changed: { serviceName, fqdns: ["example.com", "www.example.com"], onDelete: "delete" },
  difference: difference("onDelete", "ADD", false),
  deletes: [`DELETE /ipLoadbalancing/${serviceName}/ssl/*`, `POST /ipLoadbalancing/${serviceName}/refresh`],
  arrange: async () => {
    await control("PUT", "/dns/example.com", { a: ["203.0.113.10"], aaaa: [] });
    await control("PUT", "/dns/www.example.com", { a: ["203.0.113.10"], aaaa: ["2001:db8::10"] });
  },
};

export const refresh = {
  type: "Refresh",
  inputs: { serviceName, triggers: { release: "1" } },
  id: serviceName,
  changed: { serviceName, triggers: { release: "2" } },
  difference: difference("triggers.release", "UPDATE", true),
  deletes: [],
  arrange: async () => {},
};

const pem = (name) => readFileSync(new URL(`own/${name}.pem`, import.meta.url), "utf8");

export const own = {
  type: "CustomCertificate",
  inputs: { serviceName, certificate: pem("certificate"), key: secret(pem("key")) },
  id: `${serviceName}/242562`,
  changed: { serviceName, certificate: pem("certificate"), key: secret(pem("key")), displayName: "web" },
  difference: difference("displayName", "ADD", false),
  deletes: [`DELETE /ipLoadbalancing/${serviceName}/ssl/*`, `POST /ipLoadbalancing/${serviceName}/refresh`],
  arrange: async () => {},
};

export const all = [attachment, certificate, own, refresh];
