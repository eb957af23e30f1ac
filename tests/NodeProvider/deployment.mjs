// An engine's address, a plugin and the simulator behind it: what one command of the CLI after the other works with.
import assert from "node:assert/strict";
import provider from "@pulumi/pulumi/proto/provider_pb.js";
import empty from "google-protobuf/google/protobuf/empty_pb.js";
import { control, pass, url } from "../Node/simulator.mjs";
import { Engine } from "./engine.mjs";
import { Entry } from "./entry.mjs";
import { Plugin } from "./plugin.mjs";
import { filled, fromWire, serialized, toWire } from "./values.mjs";

export const loadBalancer = "loadbalancer-0123456789abcdef";

const who = { urn: "urn:pulumi:dev::node::pulumi:providers:ovh-iplb::default_0_1_0", name: "default_0_1_0", type: "pulumi:providers:ovh-iplb" };

// Values that are no strings are JSON text, as SDKs send them.
export const configuration = {
  endpoint: url.href,
  applicationKey: "simulator-application-key",
  applicationSecret: "simulator-application-secret",
  consumerKey: "simulator-consumer-key",
  dnsServers: JSON.stringify([process.env.SIMULATOR_DNS]),
  pollInterval: "0.05",
  version: "0.1.0",
};

export class Deployment {
  // Whether an hour passes in the world whenever the plugin says that it waits.
  timePasses = true;

  static async start() {
    const deployment = new Deployment();
    deployment.engine = await Engine.start(async (line) => {
      if (deployment.timePasses && line.getEphemeral()) {
        await pass(3600);
      }
    });
    deployment.plugin = await Plugin.start(deployment.engine.address);
    return deployment;
  }

  // The world as it is by default, and the first command in it.
  async begin() {
    await control("POST", "/reset");
    this.timePasses = true;
    this.engine.lines.length = 0;
    await this.nextCommand();
    await this.forgetCalls();
  }

  // The plugin is told that the last command has ended, as where it lives on, then all that an engine asks before resources.
  async nextCommand() {
    await this.cancel();
    await this.handshake();
    await this.plugin.call("getPluginInfo", new empty.Empty());
    const { failures, inputs } = await this.checkConfig(configuration);
    assert.deepEqual(failures, []);
    await this.configure(inputs);
  }

  cancel() {
    return this.plugin.call("cancel", new empty.Empty());
  }

  // Says of everything that the newest engines can do that this one can.
  handshake() {
    return this.plugin.call("handshake", filled(new provider.ProviderHandshakeRequest(), {
      engineAddress: this.engine.address,
      rootDirectory: "/program",
      programDirectory: "/program",
      configureWithUrn: true,
      supportsViews: true,
      supportsRefreshBeforeUpdate: true,
      invokeWithPreview: true,
      acceptsByteString: true,
      sendsOldOutputsToCheck: true,
      acceptsOutputsInInvoke: true,
      acceptsOutputsInCall: true,
      acceptsOutputsInCheck: true,
    }));
  }

  async checkConfig(values) {
    const answer = await this.plugin.call("checkConfig", filled(new provider.CheckRequest(), { ...who, news: toWire(await serialized(values)) }));
    const failures = answer.getFailuresList().map((failure) => [failure.getProperty(), failure.getReason()]);
    return { failures, inputs: fromWire(answer.getInputs()) };
  }

  async configure(values) {
    return this.plugin.call("configure", filled(new provider.ConfigureRequest(), {
      ...who,
      id: "6f1c",
      args: toWire(await serialized(values)),
      acceptsecrets: true,
      acceptresources: true,
      sendsOldInputs: true,
      sendsOldInputsToDelete: true,
    }));
  }

  entry(type, name) {
    return new Entry(this.plugin, type, name);
  }

  // What was asked of the API and is no look, as "POST /ip/192.0.2.10/32/move".
  async writes() {
    const calls = await control("GET", "/calls");
    return calls.filter((call) => call.method !== "GET").map((call) => `${call.method} ${decodeURIComponent(call.path)}`);
  }

  forgetCalls() {
    return control("DELETE", "/calls");
  }

  async stop() {
    try {
      await this.plugin.stop();
    } finally {
      this.engine.stop();
    }
  }
}
