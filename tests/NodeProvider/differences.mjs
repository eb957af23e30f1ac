// Answers to Diff and DiffConfig.
import assert from "node:assert/strict";
import provider from "@pulumi/pulumi/proto/provider_pb.js";

const { DIFF_NONE, DIFF_SOME } = provider.DiffResponse.DiffChanges;
const kinds = Object.fromEntries(Object.entries(provider.PropertyDiff.Kind).map(([name, kind]) => [kind, name]));

// Each detail is [kind, whether the old value is read from the inputs].
export function diffOf(answer) {
  assert.ok([DIFF_NONE, DIFF_SOME].includes(answer.getChanges()));
  assert.ok(answer.getHasdetaileddiff());
  assert.ok(!answer.getDeletebeforereplace());
  const details = Array.from(answer.getDetaileddiffMap().entries(), ([path, one]) => [path, [kinds[one.getKind()], one.getInputdiff()]]);
  return {
    changes: answer.getChanges() === DIFF_SOME,
    replaces: answer.getReplacesList(),
    diffs: answer.getDiffsList(),
    details: Object.fromEntries(details),
  };
}

export const noDifference = { changes: false, replaces: [], diffs: [], details: {} };

// One difference, at a property or within it.
export function difference(path, kind, isOfInputs) {
  const [top] = path.split(/[.[]/);
  return { changes: true, replaces: kind.endsWith("_REPLACE") ? [top] : [], diffs: [top], details: { [path]: [kind, isOfInputs] } };
}
