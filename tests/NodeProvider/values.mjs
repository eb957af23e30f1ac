// Messages and property values, written and read by Pulumi's own SDK.
import pulumi from "@pulumi/pulumi";
import struct from "google-protobuf/google/protobuf/struct_pb.js";

export const { runtime, secret, unknown } = pulumi;

// To an engine that is not known to take secrets the SDK sends them in the clear; its mocks take them.
await runtime.setMocks({ newResource: () => ({ id: "", state: {} }), call: () => ({}) }, "node", "dev", true);

// A program's values, as the SDK sends them: secrets and unknowns become what stands for them on the wire.
export const serialized = (values) => runtime.serializeProperties("inputs", values);

export const toWire = (values) => struct.Struct.fromJavaScript(values);

export const fromWire = (wire) => wire.toJavaScript();

// Fields go by the names that the stubs make of them.
export function filled(message, fields) {
  for (const [name, value] of Object.entries(fields)) {
    message[`set${name[0].toUpperCase()}${name.slice(1)}`](value);
  }
  return message;
}
