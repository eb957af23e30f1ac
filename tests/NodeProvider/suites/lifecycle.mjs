// What every resource goes through, command by command, as an engine calls it.
import assert from "node:assert/strict";
import { beforeEach, suite, test } from "node:test";
import grpc from "@grpc/grpc-js";
import { noDifference } from "../differences.mjs";
import { all } from "../resources.mjs";
import { deployment } from "../shared.mjs";

// What a preview says for certain comes true.
const assertKept = (promised, state) =>
  assert.deepEqual(promised, Object.fromEntries(Object.keys(promised).map((name) => [name, state[name]])));

async function assertReadsSilently(entry) {
  const { id, inputs, state } = entry;
  assert.deepEqual(await entry.refresh(), noDifference);
  assert.deepEqual(entry.initErrors, []);
  assert.deepEqual([entry.id, entry.inputs, entry.state], [id, inputs, state]);
}

for (const resource of all) {
  suite(resource.type, () => {
    beforeEach(() => resource.arrange());

    test("lives from preview to the second delete", async () => {
      const entry = deployment.entry(resource.type);
      const preview = await entry.previewCreate(resource.inputs);
      assert.deepEqual(await deployment.writes(), []);

      await deployment.nextCommand();
      await entry.create(resource.inputs);
      assert.deepEqual(entry.initErrors, []);
      assert.equal(entry.id, resource.id);
      assert.equal(entry.state.phase, "live");
      assert.notDeepEqual(await deployment.writes(), []);
      assertKept(preview, entry.state);

      await deployment.nextCommand();
      await deployment.forgetCalls();
      assert.deepEqual(await entry.diff(resource.inputs), noDifference);
      assert.deepEqual(await entry.diff(resource.changed), resource.difference);
      assert.deepEqual(await entry.diff(resource.changed, resource.difference.diffs), noDifference);
      const previewOfUpdate = await entry.previewUpdate(resource.changed);
      assert.deepEqual(await deployment.writes(), []);

      await deployment.nextCommand();
      await entry.update(resource.changed);
      assert.deepEqual(entry.initErrors, []);
      assertKept(previewOfUpdate, entry.state);
      assert.deepEqual(await entry.diff(resource.changed), noDifference);

      await deployment.nextCommand();
      await assertReadsSilently(entry);

      await deployment.nextCommand();
      await deployment.forgetCalls();
      await entry.delete();
      assert.deepEqual(await deployment.writes(), resource.deletes.map((call) => call.replace("*", entry.state.certificateId)));

      await deployment.nextCommand();
      await deployment.forgetCalls();
      await entry.delete();
      assert.deepEqual(await deployment.writes(), []);
    });

    test("is imported by its id alone", async () => {
      await deployment.entry(resource.type).create(resource.inputs);
      await deployment.nextCommand();
      await deployment.forgetCalls();

      const imported = deployment.entry(resource.type, "imported");
      await imported.import(resource.id);
      assert.equal(imported.id, resource.id);
      assert.deepEqual(await imported.diff(imported.inputs), noDifference);
      await assertReadsSilently(imported);
      assert.deepEqual(await deployment.writes(), []);
    });

    test("ids of another shape are refused", async () => {
      const refusal = { code: grpc.status.INVALID_ARGUMENT, details: /'a\/b\/c' is not the id of a / };
      await assert.rejects(deployment.entry(resource.type).import("a/b/c"), refusal);
    });
  });
}
