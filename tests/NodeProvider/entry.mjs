// A resource as an engine keeps it in its state, and the engine's calls about it. Errors of the plugin are thrown, except that
// of a half-done operation: it leaves the resource here, with its initErrors.
import assert from "node:assert/strict";
import provider from "@pulumi/pulumi/proto/provider_pb.js";
import { diffOf } from "./differences.mjs";
import { initFailed } from "./failures.mjs";
import { filled, fromWire, serialized, toWire } from "./values.mjs";

export class Entry {
  id = "";
  inputs = {};
  state = {};
  initErrors = [];
  #plugin;
  #who;

  constructor(plugin, type, name = "one") {
    this.#plugin = plugin;
    this.urn = `urn:pulumi:dev::node::ovh-iplb:index:${type}::${name}`;
    this.#who = { urn: this.urn, name, type: `ovh-iplb:index:${type}` };
  }

  // Failures as [path, reason], and the inputs that the plugin hands back.
  async check(values) {
    const answer = await this.#call("check", new provider.CheckRequest(), {
      olds: toWire(this.inputs), news: toWire(await serialized(values)), randomseed: new Uint8Array(32),
    });
    const failures = answer.getFailuresList().map((failure) => [failure.getProperty(), failure.getReason()]);
    return { failures, inputs: fromWire(answer.getInputs()) };
  }

  async diff(values, ignored = []) {
    return this.#diff(this.inputs, await this.#accepted(values), ignored);
  }

  async previewCreate(values) {
    const answer = await this.#call("create", new provider.CreateRequest(), { properties: toWire(await this.#accepted(values)), preview: true });
    assert.equal(answer.getId(), "");
    return fromWire(answer.getProperties());
  }

  async create(values) {
    this.inputs = await this.#accepted(values);
    await this.#keeping(async () => {
      const answer = await this.#call("create", new provider.CreateRequest(), { properties: toWire(this.inputs) });
      this.id = answer.getId();
      this.#take(answer);
    });
  }

  async previewUpdate(values) {
    return fromWire((await this.#update(await this.#accepted(values), true)).getProperties());
  }

  async update(values) {
    const inputs = await this.#accepted(values);
    await this.#keeping(async () => {
      this.#take(await this.#update(inputs, false));
      this.inputs = inputs;
    });
  }

  // Reads, and answers the difference as an engine asks for it in a refresh, with the roles exchanged; null where it is gone.
  async refresh() {
    const saved = this.inputs;
    await this.#keeping(() => this.#read(this.id, { properties: toWire(this.state), inputs: toWire(this.inputs) }));
    return this.id === "" ? null : this.#diff(this.inputs, saved, []);
  }

  async import(id) {
    await this.#read(id, {});
  }

  async delete() {
    const fields = { id: this.id, properties: toWire(this.state), oldInputs: toWire(this.inputs) };
    await this.#call("delete", new provider.DeleteRequest(), fields);
  }

  async #read(id, known) {
    const answer = await this.#call("read", new provider.ReadRequest(), { id, ...known });
    this.id = answer.getId();
    if (this.id !== "") {
      this.#take(answer);
      this.inputs = fromWire(answer.getInputs());
    }
  }

  #update(inputs, preview) {
    return this.#call("update", new provider.UpdateRequest(), {
      id: this.id, olds: toWire(this.state), oldInputs: toWire(this.inputs), news: toWire(inputs), preview,
    });
  }

  async #diff(oldInputs, news, ignorechangesList) {
    const answer = await this.#call("diff", new provider.DiffRequest(), {
      id: this.id, olds: toWire(this.state), oldInputs: toWire(oldInputs), news: toWire(news), ignorechangesList,
    });
    return diffOf(answer);
  }

  async #accepted(values) {
    const { failures, inputs } = await this.check(values);
    assert.deepEqual(failures, []);
    return inputs;
  }

  #take(answer) {
    this.state = fromWire(answer.getProperties());
    assert.equal(answer.getRefreshBeforeUpdate(), false);
  }

  async #keeping(operation) {
    this.initErrors = [];
    try {
      await operation();
    } catch (error) {
      const half = initFailed(error);
      if (half === null) {
        throw error;
      }
      this.id = half.getId();
      this.#take(half);
      this.initErrors = half.getReasonsList();
      this.inputs = half.hasInputs() ? fromWire(half.getInputs()) : this.inputs;
    }
  }

  #call(name, request, fields) {
    return this.#plugin.call(name, filled(request, { ...this.#who, ...fields }));
  }
}
