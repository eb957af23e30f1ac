// Writes the package @pulumi/ovh-iplb into a folder: node offline/NodeSdk/generate.mjs examples/typescript/sdks/ovh-iplb
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { code } from "./code.mjs";
import { declarations } from "./declarations.mjs";
import { schema } from "./schema.mjs";

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  console.error("usage: node offline/NodeSdk/generate.mjs <folder>");
  process.exit(1);
}

const manifest = {
  name: `@pulumi/${schema.name}`,
  version: schema.version,
  description: schema.description,
  license: schema.license,
  main: "index.js",
  types: "index.d.ts",
  peerDependencies: { "@pulumi/pulumi": "^3.142.0" },
  pulumi: { resource: true, name: schema.name, version: schema.version, server: schema.pluginDownloadURL },
};

mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, "package.json"), JSON.stringify(manifest, null, 2) + "\n");
writeFileSync(join(folder, "index.js"), code());
writeFileSync(join(folder, "index.d.ts"), declarations());
