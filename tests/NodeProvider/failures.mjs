// Errors with details: the trailer grpc-status-details-bin, by the official types.
import assert from "node:assert/strict";
import errors from "@pulumi/pulumi/proto/errors_pb.js";
import provider from "@pulumi/pulumi/proto/provider_pb.js";
import statuses from "@pulumi/pulumi/proto/status_pb.js";

function detail(error, type, name) {
  const [bytes] = error.metadata?.get("grpc-status-details-bin") ?? [];
  if (bytes === undefined) {
    return null;
  }
  const status = statuses.Status.deserializeBinary(bytes);
  assert.deepEqual([status.getCode(), status.getMessage()], [error.code, error.details]);
  assert.equal(status.getDetailsList().length, 1);
  return status.getDetailsList()[0].unpack(type.deserializeBinary, name);
}

// What is kept of a half-done operation; null where the error is another.
export const initFailed = (error) => detail(error, provider.ErrorResourceInitFailed, "pulumirpc.ErrorResourceInitFailed");

// What is wrong with inputs, as [path, reason]; null where the error is another.
export const inputErrors = (error) => detail(error, errors.InputPropertiesError, "pulumirpc.InputPropertiesError")
  ?.getErrorsList().map((one) => [one.getPropertyPath(), one.getReason()]) ?? null;
