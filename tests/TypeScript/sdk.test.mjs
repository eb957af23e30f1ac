// The SDK that offline/NodeSdk wrote into the example, in the Node SDK's own mocks.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { before, suite, test } from "node:test";
import { declarations } from "../../offline/NodeSdk/declarations.mjs";
import { example, root } from "./stack.mjs";

const require = createRequire(join(example, "package.json"));
const pulumi = require("@pulumi/pulumi");
const iplb = require("@pulumi/ovh-iplb");
const schema = JSON.parse(readFileSync(join(root, "sdk/schema.json"), "utf8"));
const nameOf = (token) => token.split(":")[2];

const serviceName = "loadbalancer-0123456789abcdef";

suite("the SDK", () => {
  const registered = [];
  const called = [];
  before(() => pulumi.runtime.setMocks({
    newResource: (args) => {
      registered.push(args);
      return { id: `${args.name}-id`, state: { ...args.inputs, revision: "1" } };
    },
    call: (args) => {
      called.push(args);
      return { cidrs: ["203.0.113.64/27"], zones: [] };
    },
  }));

  test("has everything of the schema, in the code as in the types", () => {
    const functions = Object.keys(schema.functions).map(nameOf);
    const enums = Object.keys(schema.types).filter((token) => schema.types[token].enum).map(nameOf);
    const classes = [...Object.keys(schema.resources).map(nameOf), "Provider"];
    const all = [...classes, ...functions, ...functions.map((name) => `${name}Output`), ...enums, "config", "types"];
    assert.deepEqual(Object.keys(iplb).sort(), all.sort());
    assert.deepEqual(Object.keys(iplb.types.enums).sort(), enums.sort());
    const declared = [...declarations(schema).matchAll(/^export (?:declare (?:class|function|namespace)|import) (\w+)/gm)].map(([, name]) => name);
    assert.deepEqual(declared.sort(), all);
  });

  test("registers what it is given, by the token of the schema", async () => {
    const attachment = new iplb.FailoverAttachment("ip", { serviceName, ip: "192.0.2.10", onDelete: iplb.AttachmentDeletion.Retain });
    assert.equal(await attachment.revision.promise(), "1");
    const { type, inputs, id, custom } = registered.find(({ name }) => name === "ip");
    assert.deepEqual({ type, inputs, id, custom }, {
      type: "ovh-iplb:index:FailoverAttachment", inputs: { serviceName, ip: "192.0.2.10", onDelete: "retain" }, id: "", custom: true,
    });
  });

  test("keeps secrets secret, though they are given in the clear", async () => {
    const certificate = new iplb.CustomCertificate("own", { serviceName, certificate: "PEM", key: "KEY" });
    assert.deepEqual(await Promise.all([certificate.key.isSecret, certificate.certificate.isSecret]), [true, false]);
    assert.equal(await certificate.key.promise(), "KEY");
  });

  test("names an argument that is missing", () => {
    assert.throws(() => new iplb.FailoverAttachment("none", { serviceName }), { message: "Missing required property 'ip'" });
    assert.throws(() => new iplb.FreeCertificate("none"), { message: "Missing required property 'fqdns'" });
  });

  test("looks up what exists by its id alone", async () => {
    const attachment = iplb.FailoverAttachment.get("same", `${serviceName}/192.0.2.10/32`);
    await attachment.revision.promise();
    const { id, inputs } = registered.find(({ name }) => name === "same");
    assert.deepEqual([id, inputs], [`${serviceName}/192.0.2.10/32`, {}]);
  });

  test("gives a provider its settings as the engine takes them: strings, and JSON", async () => {
    const provider = new iplb.Provider("mine", { endpoint: "ovh-eu", pollInterval: 1, dnsServers: ["192.0.2.53"] });
    await provider.urn.promise();
    const { type, inputs } = registered.find(({ name }) => name === "mine");
    assert.deepEqual({ type, inputs }, { type: "pulumi:providers:ovh-iplb", inputs: { endpoint: "ovh-eu", pollInterval: "1", dnsServers: "[\"192.0.2.53\"]" } });
  });

  test("calls functions with values and with outputs", async () => {
    assert.deepEqual((await iplb.getNatIps({ serviceName })).cidrs, ["203.0.113.64/27"]);
    assert.deepEqual(await iplb.getNatIpsOutput({ serviceName: pulumi.output(serviceName) }).cidrs.promise(), ["203.0.113.64/27"]);
    assert.deepEqual(called.map(({ token, inputs }) => [token, inputs]), [1, 2].map(() => ["ovh-iplb:index:getNatIps", { serviceName }]));
  });

  test("says which plugin it is for", () => {
    const { name, version, pulumi: plugin } = require("@pulumi/ovh-iplb/package.json");
    assert.deepEqual([name, version], ["@pulumi/ovh-iplb", schema.version]);
    assert.deepEqual(plugin, { resource: true, name: "ovh-iplb", version: schema.version, server: schema.pluginDownloadURL });
  });

  test("is refused where the schema says what the generator does not know", () => {
    const changed = structuredClone(schema);
    changed.resources["ovh-iplb:index:Refresh"].inputProperties.zones = { $ref: "#/types/ovh-iplb:index:NatRange" };
    assert.throws(() => declarations(changed), /no TypeScript is known for "#\/types\/ovh-iplb:index:NatRange"/);
    changed.resources["ovh-iplb:index:Refresh"].inputProperties.zones = { oneOf: [] };
    assert.throws(() => declarations(changed), /no TypeScript is known for \{"oneOf":\[\]\}/);
  });
});
