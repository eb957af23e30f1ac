// The package.json of the SDK. Its part `pulumi` is where the Pulumi CLI learns which plugin the SDK needs.
export function manifest(schema) {
  return `${JSON.stringify({
    name: `@pulumi/${schema.name}`,
    version: schema.version,
    description: schema.description,
    keywords: schema.keywords,
    homepage: schema.homepage,
    repository: schema.repository,
    license: schema.license,
    main: "index.js",
    types: "index.d.ts",
    dependencies: { "@pulumi/pulumi": "^3.142.0" },
    pulumi: { resource: true, name: schema.name, version: schema.version, server: schema.pluginDownloadURL },
  }, undefined, 2)}\n`;
}
