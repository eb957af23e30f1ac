// Differences of every kind, and secrets, unknowns and files as the official SDK encodes them.
import assert from "node:assert/strict";
import { beforeEach, suite, test } from "node:test";
import pulumi from "@pulumi/pulumi";
import { loadBalancer as serviceName } from "../deployment.mjs";
import { difference, noDifference } from "../differences.mjs";
import { all, attachment, certificate, refresh } from "../resources.mjs";
import { deployment } from "../shared.mjs";
import { runtime, secret, unknown } from "../values.mjs";

suite("differences", () => {
  const rows = [
    [refresh.type, { serviceName }, { serviceName, triggers: { a: "1" } }, "triggers", "ADD", true],
    [refresh.type, { serviceName, triggers: { a: "1" } }, { serviceName, triggers: { a: "1", "b.c": "1" } }, 'triggers["b.c"]', "ADD", true],
    [refresh.type, { serviceName, zones: ["gra", "rbx"] }, { serviceName, zones: ["gra"] }, "zones[1]", "DELETE", true],
    [refresh.type, { serviceName, triggers: { a: "1" } }, { serviceName, triggers: { a: unknown } }, "triggers.a", "UPDATE", true],
    [refresh.type, { serviceName }, { serviceName: "loadbalancer-fedcba9876543210" }, "serviceName", "UPDATE_REPLACE", false],
    [attachment.type, attachment.inputs, { ...attachment.inputs, ip: "192.0.2.11" }, "ip", "UPDATE_REPLACE", false],
    [certificate.type, { serviceName, fqdns: ["a.example"] }, { serviceName, fqdns: ["a.example", "b.example"] }, "fqdns[1]", "ADD_REPLACE", true],
    [certificate.type, { serviceName, fqdns: ["a.example", "b.example"] }, { serviceName, fqdns: ["b.example"] }, "fqdns[0]", "DELETE_REPLACE", true],
  ];
  for (const [type, before, now, path, kind, isOfInputs] of rows) {
    test(`${type}: ${kind} at ${path}`, async () => {
      const entry = deployment.entry(type);
      entry.inputs = (await entry.check(before)).inputs;
      assert.deepEqual(await entry.diff(now), difference(path, kind, isOfInputs));
    });
  }

  test(`${refresh.type}: a trigger that is taken out is none`, async () => {
    const entry = deployment.entry(refresh.type);
    entry.inputs = (await entry.check({ serviceName, triggers: { a: "1", b: "1" } })).inputs;
    assert.deepEqual(await entry.diff({ serviceName, triggers: { a: "1" } }), noDifference);
  });
});

for (const resource of all) {
  suite(resource.type, () => {
    beforeEach(() => resource.arrange());

    test("unknown inputs pass, and a preview does not claim to know them", async () => {
      for (const name of Object.keys(resource.inputs)) {
        for (const value of [unknown, secret(unknown)]) {
          const preview = await deployment.entry(resource.type).previewCreate({ ...resource.inputs, [name]: value });
          assert.ok([undefined, runtime.unknownValue].includes(runtime.unwrapRpcSecret(preview[name])), name);
        }
      }
      assert.deepEqual(await deployment.writes(), []);
    });

    test("a secret input stays secret in the state, and that it is one is no difference", async () => {
      const inputs = { ...resource.inputs, serviceName: secret(serviceName) };
      const entry = deployment.entry(resource.type);
      assert.ok(runtime.isRpcSecret((await entry.previewCreate(inputs)).serviceName));
      await entry.create(inputs);
      assert.equal(entry.id, resource.id);
      assert.ok(runtime.isRpcSecret(entry.state.serviceName));
      assert.equal(runtime.unwrapRpcSecret(entry.state.serviceName), serviceName);
      assert.deepEqual(await entry.diff(inputs), noDifference);
      assert.deepEqual(await entry.diff(resource.inputs), noDifference);
      assert.deepEqual(await entry.refresh(), noDifference);
      assert.ok(runtime.isRpcSecret(entry.inputs.serviceName));
    });

    test("failures of a check are told by their paths, all at once", async () => {
      const { failures } = await deployment.entry(resource.type).check({ ...resource.inputs, serviceName: 7, colour: "red" });
      assert.deepEqual(failures.map(([path]) => path).sort(), ["colour", "serviceName"]);
    });

    test("a file is refused at its path", async () => {
      const inputs = { ...resource.inputs, serviceName: new pulumi.asset.StringAsset(serviceName) };
      const { failures } = await deployment.entry(resource.type).check(inputs);
      assert.deepEqual(failures.map(([path]) => path), ["serviceName"]);
    });
  });
}
