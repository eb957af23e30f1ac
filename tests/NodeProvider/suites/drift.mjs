// What others did behind its back.
import assert from "node:assert/strict";
import { test } from "node:test";
import { control, pass } from "../../Node/simulator.mjs";
import { loadBalancer } from "../deployment.mjs";
import { difference, noDifference } from "../differences.mjs";
import { attachment, certificate, refresh } from "../resources.mjs";
import { deployment } from "../shared.mjs";

const server = "ns3001.ip-198-51-100.eu";

async function somebodyMoves(ip, to) {
  await control("POST", "/tasks", { function: "genericMoveFloatingIp", ip, to });
  await pass(3600);
}

test("an IP that was taken away is shown at the input it contradicts, and fetched back", async () => {
  const entry = deployment.entry(attachment.type);
  await entry.create(attachment.inputs);
  const { state: { revision } } = entry;
  await somebodyMoves("192.0.2.10/32", server);

  // The old value is to be read from the state.
  const drift = difference("serviceName", "UPDATE", false);
  await deployment.nextCommand();
  assert.deepEqual(await entry.refresh(), drift);
  assert.deepEqual([entry.initErrors, entry.inputs.serviceName, entry.state.serviceName], [[], server, server]);

  await deployment.nextCommand();
  assert.deepEqual(await entry.refresh(), noDifference);

  await deployment.nextCommand();
  await deployment.forgetCalls();
  await entry.check(attachment.inputs);
  assert.deepEqual(await entry.diff(attachment.inputs), drift);
  await entry.update(attachment.inputs);
  assert.deepEqual([entry.initErrors, entry.state.serviceName, entry.state.phase], [[], loadBalancer, "live"]);
  assert.notEqual(entry.state.revision, revision);
  assert.deepEqual(await deployment.writes(), ["POST /ip/192.0.2.10/32/move", `POST /ipLoadbalancing/${loadBalancer}/refresh`]);
});

test("a certificate whose names lead elsewhere is unfinished until they are back", async () => {
  await certificate.arrange();
  const entry = deployment.entry(certificate.type);
  await entry.create(certificate.inputs);
  await control("PUT", "/dns/www.example.com", { a: ["192.0.2.200"], aaaa: [] });

  await deployment.nextCommand();
  await entry.refresh();
  assert.match(entry.initErrors.join("\n"), /www\.example\.com/);
  assert.deepEqual([entry.id, entry.state.phase], [certificate.id, "unrouted"]);

  await certificate.arrange();
  await deployment.nextCommand();
  await deployment.forgetCalls();
  assert.ok((await entry.diff(certificate.inputs)).changes);
  await entry.update(certificate.inputs);
  assert.deepEqual([entry.initErrors, entry.state.phase], [[], "live"]);
  assert.deepEqual(await deployment.writes(), []);
});

test("a certificate that is no longer there is answered without an id", async () => {
  await certificate.arrange();
  const entry = deployment.entry(certificate.type);
  await entry.create(certificate.inputs);
  await control("POST", "/reset");
  assert.equal(await entry.refresh(), null);
  assert.deepEqual(entry.initErrors, []);
});

test("pending changes of others are read, and left to them", async (context) => {
  const entry = deployment.entry(refresh.type);
  await entry.create(refresh.inputs);
  assert.deepEqual(entry.state.pendingChanges, []);
  await control("PUT", "/knobs/moveRaisesPendingChanges?value=true");
  context.after(() => control("PUT", "/knobs/moveRaisesPendingChanges?value=false"));
  await somebodyMoves("192.0.2.11/32", loadBalancer);

  await deployment.nextCommand();
  assert.deepEqual(await entry.refresh(), noDifference);
  assert.deepEqual(entry.state.pendingChanges.map((change) => change.zone), ["gra", "rbx"]);
});
