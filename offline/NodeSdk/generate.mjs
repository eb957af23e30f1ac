// Writes the Node SDK of a package: node generate.mjs <schema.json> <folder>
// The folder has the same public surface as the one that `pulumi package add` writes.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { code } from "./code.mjs";
import { declarations } from "./declarations.mjs";
import { manifest } from "./manifest.mjs";

const [schemaFile, folder] = process.argv.slice(2);
if (folder === undefined) {
  console.error("usage: node generate.mjs <schema.json> <folder>");
  process.exit(2);
}

const schema = JSON.parse(readFileSync(schemaFile, "utf8"));
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, "package.json"), manifest(schema));
writeFileSync(join(folder, "index.js"), code(schema));
writeFileSync(join(folder, "index.d.ts"), declarations(schema));
