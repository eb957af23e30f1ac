// Runs a command while a simulator serves: node with-simulator.mjs [--tls | --fast] node --test
// The command finds the API's address in SIMULATOR_URL and that of its DNS in SIMULATOR_DNS; with --tls that is HTTPS, and the command trusts the simulator's
// certificate. It sees neither the user's OVH_* variables, nor a home folder with an ovh.conf in it, nor a proxy: all it calls is on this machine.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const project = fileURLToPath(new URL("../../offline/OvhSimulator", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "ovh-simulator-"));
const certificate = join(folder, "certificate.pem");
const isTls = process.argv[2] === "--tls";
const isFast = process.argv[2] === "--fast";
const [command, ...options] = process.argv.slice(isTls || isFast ? 3 : 2);

// The world stands still but for what the tests advance it by; with --fast ten minutes take a second.
const timeScale = isFast ? "600" : "0.000001";
const simulator = spawn(
  "dotnet",
  ["run", "--no-build", "--project", project, "--", "--port", "0", "--dns-port", "0", "--time-scale", timeScale, ...(isTls ? ["--tls-certificate", certificate] : [])],
  { stdio: ["ignore", "pipe", "inherit"] });
const stopped = once(simulator, "exit");
process.on("exit", () => simulator.kill());
for (const signal of ["SIGINT", "SIGTERM"]) {
  process.once(signal, () => process.exit(1));
}

try {
  const [line] = await Promise.race([once(createInterface({ input: simulator.stdout }), "line"), stopped]);
  const url = /https?:\S+/.exec(line)?.[0];
  if (url === undefined) {
    throw new Error(`The simulator did not start: ${line}`);
  }
  const dns = /DNS on (\S+)/.exec(line)?.[1];
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith("OVH_") && !/_proxy$/i.test(name));
  const environment = { ...Object.fromEntries(own), HOME: folder, SIMULATOR_URL: url, SIMULATOR_DNS: dns, ...(isTls && { NODE_EXTRA_CA_CERTS: certificate }) };
  const [code] = await once(spawn(command, options, { stdio: "inherit", env: environment }), "exit");
  process.exitCode = code ?? 1;
} finally {
  simulator.kill();
  await stopped;
  rmSync(folder, { recursive: true });
}
