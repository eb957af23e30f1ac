// The plugin as an engine runs it: a process that is told where the engine listens, prints its port, and serves.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { homedir } from "node:os";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import grpc from "@grpc/grpc-js";
import provider from "@pulumi/pulumi/proto/provider_grpc_pb.js";

const binary = fileURLToPath(new URL("../../plugin/pulumi-resource-ovh-iplb", import.meta.url));

export class Plugin {
  #process;
  #client;
  #afterThePort = [];

  static async start(engineAddress) {
    const plugin = new Plugin();
    // Its own ovh.conf would be looked for in the working folder as well.
    plugin.#process = spawn(binary, ["--logtostderr", "-v=9", engineAddress], { cwd: homedir(), stdio: ["ignore", "pipe", "inherit"] });
    await once(plugin.#process, "spawn");
    const output = createInterface({ input: plugin.#process.stdout });
    const [port] = await once(output, "line", { signal: AbortSignal.timeout(20_000) });
    assert.match(port, /^\d+$/);
    output.on("line", (line) => plugin.#afterThePort.push(line));
    plugin.#client = new provider.ResourceProviderClient(`127.0.0.1:${port}`, grpc.credentials.createInsecure());
    return plugin;
  }

  // By the name that the stubs give the call. None waits for its answer for ever.
  call(name, request) {
    return new Promise((resolve, reject) => this.#client[name](
      request, { deadline: Date.now() + 30_000 }, (error, answer) => (error ? reject(error) : resolve(answer))));
  }

  // For calls that answer more than once: the error that ends the answers.
  async streamError(name, request) {
    const [error] = await once(this.#client[name](request, { deadline: Date.now() + 30_000 }), "error");
    return error;
  }

  // As engines end it. It has to end well, and to have kept silent but for its port.
  async stop() {
    this.#client.close();
    const ended = once(this.#process, "close");
    this.#process.kill("SIGINT");
    assert.deepEqual(await ended, [0, null]);
    assert.deepEqual(this.#afterThePort, []);
  }
}
