// A stack of a program in TypeScript, on the embedded engine and the simulator, with a project folder and a state of its own.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { url } from "../Node/simulator.mjs";

export const root = fileURLToPath(new URL("../../", import.meta.url));

const engine = join(root, "artifacts/bin/Engine/debug/Engine.dll");

export class Stack {
  constructor(program, settings = {}) {
    this.folder = mkdtempSync(join(tmpdir(), "ovh-iplb-typescript-"));
    this.state = join(this.folder, "state.json");
    writeFileSync(join(this.folder, "Pulumi.yaml"), JSON.stringify({
      name: "program",
      runtime: "nodejs",
      main: program,
      plugins: { providers: [{ name: "ovh-iplb", path: join(root, "plugin") }] },
    }));
    writeFileSync(join(this.folder, "Pulumi.dev.yaml"), JSON.stringify({
      config: {
        "ovh-iplb:endpoint": new URL("/1.0", url).href,
        "ovh-iplb:applicationKey": "simulator-application-key",
        "ovh-iplb:applicationSecret": "simulator-application-secret",
        "ovh-iplb:consumerKey": "simulator-consumer-key",
        "ovh-iplb:dnsServers": [process.env.SIMULATOR_DNS],
        "ovh-iplb:pollInterval": "0.05",
        ...Object.fromEntries(Object.entries(settings).map(([key, value]) => [`program:${key}`, value])),
      },
    }));
  }

  preview = () => this.#run("preview");

  up = () => this.#run("up", "--skip-preview");

  destroy = () => this.#run("destroy", "--skip-preview");

  get resources() {
    return JSON.parse(readFileSync(this.state, "utf8")).deployment.resources ?? [];
  }

  get outputs() {
    return this.resources.find((one) => one.type === "pulumi:pulumi:Stack").outputs;
  }

  async #run(action, ...flags) {
    const command = [engine, action, "--cwd", this.folder, "--state", this.state, "--non-interactive", ...flags];
    // Types are checked once, by the compiler.
    const env = { ...process.env, PULUMI_CONFIG_PASSPHRASE: "", PULUMI_NODEJS_TRANSPILE_ONLY: "true" };
    const child = spawn("dotnet", command, { stdio: ["ignore", "pipe", "pipe"], env });
    let said = "";
    child.stdout.on("data", (text) => said += text);
    child.stderr.on("data", (text) => said += text);
    const [code] = await once(child, "close");
    return { code, said };
  }
}
