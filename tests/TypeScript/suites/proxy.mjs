// A proxy in the environment, here a port where nothing listens: the program, run by Pulumi's Node SDK, reaches the engine all the same.
import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { Stack } from "../stack.mjs";

suite("a proxy in the environment", () => {
  for (const variables of [
    { http_proxy: "http://127.0.0.1:9" },
    { HTTP_PROXY: "http://127.0.0.1:9" },
    { ALL_PROXY: "http://127.0.0.1:9" },
    { https_proxy: "http://127.0.0.1:9", NO_PROXY: "localhost" },
    { grpc_proxy: "http://127.0.0.1:9", no_grpc_proxy: "other.example" },
  ]) {
    test(`is not asked for this machine: ${Object.keys(variables).join(", ")}`, async (context) => {
      const stack = Stack.ofExample();
      context.after(() => stack.remove());
      const { code, output } = await stack.endWith(variables, "preview");
      assert.equal(code, 0, output);
    });
  }
});
