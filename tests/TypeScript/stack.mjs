// A project in a folder of its own, run by the embedded engine on the simulator.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { url } from "../Node/simulator.mjs";

export const root = fileURLToPath(new URL("../..", import.meta.url));
export const example = join(root, "examples/typescript");

export class Stack {
  #folder = mkdtempSync(join(tmpdir(), "ovh-iplb-typescript-"));

  // The example as it is, but for where the simulator listens.
  static ofExample() {
    const stack = new Stack();
    stack.#write("index.ts", readFileSync(join(example, "index.ts"), "utf8"));
    stack.#write("Pulumi.dev.yaml", replaced(readFileSync(join(example, "Pulumi.dev.yaml"), "utf8"), {
      "http://127.0.0.1:8480/1.0": new URL("/1.0", url).href,
      "127.0.0.1:8453": process.env.SIMULATOR_DNS,
      "pollInterval: \"0.5\"": "pollInterval: \"0.05\"",
    }));
    return stack;
  }

  // A program of its own, with configuration that it reads without a namespace.
  static of(program, configuration = {}) {
    const stack = Stack.ofExample();
    stack.#write("index.ts", program);
    const lines = Object.entries(configuration).map(([key, value]) => `  ovh-iplb-typescript:${key}: ${JSON.stringify(value)}\n`);
    stack.#write("Pulumi.dev.yaml", stack.#read("Pulumi.dev.yaml") + lines.join(""));
    return stack;
  }

  constructor() {
    for (const name of ["package.json", "tsconfig.json"]) {
      cpSync(join(example, name), join(this.#folder, name));
    }
    symlinkSync(join(example, "node_modules"), join(this.#folder, "node_modules"));
    this.#write("Pulumi.yaml", replaced(readFileSync(join(example, "Pulumi.yaml"), "utf8"), { "../../plugin": join(root, "plugin") }));
  }

  // A command that is to succeed; what it prints.
  async run(...command) {
    const { code, output } = await this.end(...command);
    assert.equal(code, 0, output);
    return output;
  }

  // A command to whatever end.
  async end(...command) {
    return this.endWith({}, ...command);
  }

  // A command to whatever end, with environment variables of its own.
  async endWith(variables, ...command) {
    // The compiler has checked the types before, in one go: see .ci/typescript.
    const environment = { ...process.env, PULUMI_NODEJS_TRANSPILE_ONLY: "true", ...variables };
    const engine = spawn("dotnet", [process.env.ENGINE, ...command, "--cwd", this.#folder], { env: environment, stdio: ["ignore", "pipe", "pipe"] });
    const [[code], output, errors] = await Promise.all([once(engine, "exit"), text(engine.stdout), text(engine.stderr)]);
    return { code, output: output + errors };
  }

  resources() {
    const file = join(this.#folder, ".pulumi-offline/dev.json");
    return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")).deployment.resources ?? [] : [];
  }

  // The resources of the package, by name.
  own() {
    return Object.fromEntries(this.resources().filter(({ type }) => type.startsWith("ovh-iplb:")).map((resource) => [resource.urn.split("::").at(-1), resource]));
  }

  outputs() {
    return this.resources().find(({ type }) => type === "pulumi:pulumi:Stack").outputs;
  }

  remove() {
    rmSync(this.#folder, { recursive: true });
  }

  #write(name, content) {
    writeFileSync(join(this.#folder, name), content);
  }

  #read(name) {
    return readFileSync(join(this.#folder, name), "utf8");
  }
}

function replaced(content, replacements) {
  return Object.entries(replacements).reduce((result, [from, to]) => {
    assert.ok(result.includes(from), `${from} is not in\n${result}`);
    return result.replaceAll(from, to);
  }, content);
}
