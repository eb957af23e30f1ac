// Work that fails or is cancelled halfway, and what is said to the engine meanwhile.
import assert from "node:assert/strict";
import { test } from "node:test";
import grpc from "@grpc/grpc-js";
import messages from "@pulumi/pulumi/proto/engine_pb.js";
import { control } from "../../Node/simulator.mjs";
import { loadBalancer } from "../deployment.mjs";
import { initFailed } from "../failures.mjs";
import { attachment, refresh } from "../resources.mjs";
import { deployment } from "../shared.mjs";

for (const resource of [attachment, refresh]) {
  test(`a failed refresh keeps a ${resource.type}, and the next update repairs it`, async () => {
    await control("POST", "/tasks/fail-next", { function: "refreshIplb", status: "error" });
    const entry = deployment.entry(resource.type);
    await entry.create(resource.inputs);
    assert.equal(entry.initErrors.length, 1);
    assert.match(entry.initErrors[0], /ended as 'error'/);
    assert.deepEqual([entry.id, entry.state.phase, entry.state.serviceName], [resource.id, "refreshing", loadBalancer]);

    // A plain read would make the engine believe that all is well. It keeps the inputs too, or the engine would lose them.
    const { inputs } = entry;
    await deployment.nextCommand();
    await entry.refresh();
    assert.equal(entry.initErrors.length, 1);
    assert.deepEqual([entry.id, entry.state.phase, entry.inputs], [resource.id, "refreshing", inputs]);

    await deployment.nextCommand();
    await deployment.forgetCalls();
    assert.ok((await entry.diff(resource.inputs)).changes);
    await entry.update(resource.inputs);
    assert.deepEqual([entry.initErrors, entry.state.phase], [[], "live"]);
    assert.deepEqual(await deployment.writes(), [`POST /ipLoadbalancing/${loadBalancer}/refresh`]);
  });
}

test("a failed move leaves nothing behind", async () => {
  const failure = { function: "genericMoveFloatingIp", status: "customerError", comment: "The vMac must be deleted first" };
  await control("POST", "/tasks/fail-next", failure);
  const error = await deployment.entry(attachment.type).create(attachment.inputs).then(assert.fail, (thrown) => thrown);
  assert.equal(error.code, grpc.status.UNKNOWN);
  assert.match(error.details, /The vMac must be deleted first/);
  assert.equal(initFailed(error), null);
});

test("cancelling a long move keeps its id and state, and the next update sees it through", async () => {
  deployment.timePasses = false;
  const entry = deployment.entry(attachment.type);
  const create = entry.create(attachment.inputs);
  const line = await deployment.engine.line("moving 192.0.2.10/32");
  assert.deepEqual([line.getSeverity(), line.getUrn(), line.getEphemeral()], [messages.LogSeverity.INFO, entry.urn, true]);

  // A second is what an engine grants; the others are for a machine that is busy.
  const start = process.hrtime.bigint();
  await deployment.cancel();
  await create;
  assert.ok(process.hrtime.bigint() - start < 3_000_000_000n);
  assert.match(entry.initErrors.join("\n"), /because the operation was cancelled/);
  assert.deepEqual([entry.id, entry.state.phase], [attachment.id, "moving"]);
  assert.match(entry.state.taskId, /^\d+$/);

  deployment.timePasses = true;
  await deployment.nextCommand();
  await entry.update(attachment.inputs);
  assert.deepEqual([entry.initErrors, entry.state.phase], [[], "live"]);
  assert.deepEqual(await deployment.writes(), ["POST /ip/192.0.2.10/32/move", `POST /ipLoadbalancing/${loadBalancer}/refresh`]);
});

test("a warning of a preview arrives before the preview's answer", async () => {
  const entry = deployment.entry(attachment.type);
  await entry.previewCreate({ ...attachment.inputs, ip: "192.0.2.12" });
  const warnings = deployment.engine.lines.filter((line) => line.getSeverity() === messages.LogSeverity.WARNING);
  assert.deepEqual(warnings.map((line) => [line.getUrn(), line.getEphemeral()]), [[entry.urn, false]]);
  assert.match(warnings[0].getMessage(), /ns3001\.ip-198-51-100\.eu/);
});
