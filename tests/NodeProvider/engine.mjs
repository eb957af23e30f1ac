// The engine's own service, as far as the plugin calls it.
import { EventEmitter, once } from "node:events";
import grpc from "@grpc/grpc-js";
import engineService from "@pulumi/pulumi/proto/engine_grpc_pb.js";
import empty from "google-protobuf/google/protobuf/empty_pb.js";

export class Engine {
  lines = [];
  #server = new grpc.Server();
  #heard = new EventEmitter();

  // What is done about a line is done before the plugin learns that the line has arrived.
  static async start(onLine) {
    const engine = new Engine();
    engine.#server.addService(engineService.EngineService, {
      log: ({ request }, answer) => {
        engine.lines.push(request);
        engine.#heard.emit("line");
        onLine(request).then(() => answer(null, new empty.Empty()), answer);
      },
    });
    const port = await new Promise((resolve, reject) => engine.#server.bindAsync(
      "127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (error, bound) => (error ? reject(error) : resolve(bound))));
    engine.address = `127.0.0.1:${port}`;
    return engine;
  }

  // The first line that holds the text, whether it has arrived already or will.
  async line(text) {
    const find = () => this.lines.find((line) => line.getMessage().includes(text));
    while (find() === undefined) {
      await once(this.#heard, "line", { signal: AbortSignal.timeout(20_000) });
    }
    return find();
  }

  stop() {
    this.#server.forceShutdown();
  }
}
