// The provider itself: what it says about itself, its configuration, its function, and what it does not have.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { suite, test } from "node:test";
import grpc from "@grpc/grpc-js";
import provider from "@pulumi/pulumi/proto/provider_pb.js";
import empty from "google-protobuf/google/protobuf/empty_pb.js";
import { configuration, loadBalancer } from "../deployment.mjs";
import { difference, diffOf, noDifference } from "../differences.mjs";
import { inputErrors } from "../failures.mjs";
import { deployment } from "../shared.mjs";
import { filled, fromWire, runtime, secret, serialized, toWire, unknown } from "../values.mjs";

const credentials = ["applicationKey", "applicationSecret", "consumerKey"];
const schema = JSON.parse(readFileSync(new URL("../../../sdk/schema.json", import.meta.url), "utf8"));

test("the handshake says what it takes, and nothing that it does not know", async () => {
  const answer = (await deployment.handshake()).toObject();
  assert.deepEqual(Object.keys(answer).filter((name) => answer[name]), ["acceptSecrets", "acceptResources"]);
});

test("its version and its schema are those the SDK is made from", async () => {
  assert.equal((await deployment.plugin.call("getPluginInfo", new empty.Empty())).getVersion(), schema.version);
  assert.deepEqual(JSON.parse((await deployment.plugin.call("getSchema", new provider.GetSchemaRequest())).getSchema()), schema);
});

test("what it does not have is unimplemented", async () => {
  for (const [name, request] of [
    ["parameterize", new provider.ParameterizeRequest()],
    ["construct", new provider.ConstructRequest()],
    ["call", new provider.CallRequest()],
    ["getMapping", new provider.GetMappingRequest()],
    ["getMappings", new provider.GetMappingsRequest()],
  ]) {
    await assert.rejects(deployment.plugin.call(name, request), { code: grpc.status.UNIMPLEMENTED }, name);
  }
  assert.equal((await deployment.plugin.streamError("list", new provider.ListRequest())).code, grpc.status.UNIMPLEMENTED);
});

suite("configuration", () => {
  test("credentials come back secret, everything else as it was", async () => {
    const { inputs } = await deployment.checkConfig(configuration);
    assert.deepEqual(Object.keys(inputs).filter((name) => runtime.isRpcSecret(inputs[name])).sort(), credentials);
    const plain = Object.entries(inputs).map(([name, value]) => [name, runtime.unwrapRpcSecret(value)]);
    assert.deepEqual(Object.fromEntries(plain), configuration);
  });

  test("secrets and unknowns pass", async () => {
    const given = { ...configuration, endpoint: unknown, consumerKey: secret(configuration.consumerKey) };
    const { failures, inputs } = await deployment.checkConfig(given);
    assert.deepEqual(failures, []);
    assert.equal(inputs.endpoint, runtime.unknownValue);
    assert.equal(runtime.unwrapRpcSecret(inputs.consumerKey), configuration.consumerKey);
  });

  test("failures are told by their paths, all at once", async () => {
    const { failures } = await deployment.checkConfig({ ...configuration, endpoint: "ovh-ue", pollInterval: "0" });
    assert.deepEqual(failures.map(([path]) => path).sort(), ["endpoint", "pollInterval"]);
    assert.match(failures.find(([path]) => path === "endpoint")[1], /ovh-eu/);
  });

  test("only another endpoint replaces", async () => {
    const olds = toWire(await serialized(configuration));
    const diff = async (changes) => diffOf(await deployment.plugin.call("diffConfig", filled(new provider.DiffRequest(), {
      olds, oldInputs: olds, news: toWire(await serialized({ ...configuration, ...changes })),
    })));
    assert.deepEqual(await diff({ consumerKey: secret(configuration.consumerKey) }), noDifference);
    assert.deepEqual(await diff({ pollInterval: "7" }), difference("pollInterval", "UPDATE", false));
    assert.deepEqual(await diff({ endpoint: "ovh-eu" }), difference("endpoint", "UPDATE_REPLACE", false));
  });

  test("the answer to Configure takes secrets, references and previews", async () => {
    const answer = await deployment.configure(configuration);
    assert.deepEqual([answer.getAcceptsecrets(), answer.getAcceptresources(), answer.getSupportspreview()], [true, true, true]);
  });

  test("half the credentials are refused with the path in the error's details", async () => {
    const { consumerKey, ...half } = configuration;
    const error = await deployment.configure(half).then(assert.fail, (refused) => refused);
    assert.equal(error.code, grpc.status.INVALID_ARGUMENT);
    assert.deepEqual(inputErrors(error).map(([path]) => path), ["consumerKey"]);
  });
});

suite("getNatIps", () => {
  const invoke = async (args) => deployment.plugin.call("invoke", filled(new provider.InvokeRequest(), {
    tok: "ovh-iplb:index:getNatIps", args: toWire(await serialized(args)), preview: true,
  }));

  test("answers addresses", async () => {
    const answer = await invoke({ serviceName: loadBalancer });
    assert.deepEqual(answer.getFailuresList(), []);
    assert.deepEqual(fromWire(answer.getReturn()).cidrs, ["203.0.113.64/27", "203.0.113.96/27"]);
  });

  test("its arguments are checked", async () => {
    const failures = (await invoke({ servicename: loadBalancer })).getFailuresList();
    assert.deepEqual(failures.map((failure) => failure.getProperty()).sort(), ["serviceName", "servicename"]);
  });
});
