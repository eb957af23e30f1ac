// index.js of the SDK.
import { entries, enums, nameOf } from "./names.mjs";

export function code(schema) {
  return [
    header(schema),
    ...entries(schema.resources).map(([token, resource]) => resourceClass(token, resource)),
    provider(schema),
    ...entries(schema.functions).map(([token, called]) => functions(token, called)),
    enumeration(schema),
    configuration(schema),
  ].join("\n");
}

const header = (schema) => `"use strict";
// Written by offline/NodeSdk from the schema of the package: change that, not this.
const pulumi = require("@pulumi/pulumi");

const defaults = ${JSON.stringify({ version: schema.version, pluginDownloadURL: schema.pluginDownloadURL })};
`;

function resourceClass(token, resource) {
  const name = nameOf(token);
  const inputs = entries(resource.inputProperties);
  const outputs = Object.keys(resource.properties).filter((property) => !(property in resource.inputProperties));
  const all = Object.keys(resource.properties);
  const secrets = entries(resource.properties).filter(([, property]) => property.secret).map(([property]) => property);
  return `class ${name} extends pulumi.CustomResource {
  static get(name, id, opts) {
    return new ${name}(name, undefined, { ...opts, id });
  }

  static isInstance(obj) {
    return obj !== undefined && obj !== null && obj.__pulumiType === ${name}.__pulumiType;
  }

  constructor(name, args, opts) {
    opts = opts ?? {};
    const inputs = {};
    if (opts.id) {
${all.map((property) => `      inputs.${property} = undefined;`).join("\n")}
    } else {
${[...requirements(resource.requiredInputs), ...inputs.map(given), ...outputs.map((property) => `inputs.${property} = undefined;`)].map((line) => `      ${line}`).join("\n")}
    }
    opts = pulumi.mergeOptions(defaults, opts);
${secrets.length === 0 ? "" : `    opts = pulumi.mergeOptions(opts, { additionalSecretOutputs: ${JSON.stringify(secrets)} });\n`}    super(${name}.__pulumiType, name, inputs, opts);
  }
}
${name}.__pulumiType = ${JSON.stringify(token)};
exports.${name} = ${name};
`;
}

const requirements = (required) => (required ?? []).map((property) =>
  `if (args?.${property} === undefined && !opts.urn) { throw new Error("Missing required property '${property}'"); }`);

// A secret stays one even where the program gives it in the clear.
const given = ([name, property]) => property.secret
  ? `inputs.${name} = args?.${name} ? pulumi.secret(args.${name}) : undefined;`
  : `inputs.${name} = args?.${name};`;

// The engine takes the configuration of a provider as strings only: the rest travels as JSON.
const configured = ([name, property]) => property.type === "string"
  ? given([name, property])
  : `inputs.${name} = pulumi.output(args?.${name}).apply(JSON.stringify);`;

const provider = (schema) => `class Provider extends pulumi.ProviderResource {
  static isInstance(obj) {
    return obj !== undefined && obj !== null && obj.__pulumiType === "pulumi:providers:" + Provider.__pulumiType;
  }

  constructor(name, args, opts) {
    opts = opts ?? {};
    const inputs = {};
${[...requirements(schema.provider.requiredInputs), ...entries(schema.provider.inputProperties).map(configured)].map((line) => `    ${line}`).join("\n")}
    super(Provider.__pulumiType, name, inputs, pulumi.mergeOptions(defaults, opts));
  }
}
Provider.__pulumiType = ${JSON.stringify(schema.name)};
exports.Provider = Provider;
`;

function functions(token, called) {
  const name = nameOf(token);
  const args = `{ ${Object.keys(called.inputs.properties).map((property) => `${property}: args?.${property}`).join(", ")} }`;
  const one = (form, runtime) => `exports.${form} = function ${form}(args, opts) {
  return pulumi.runtime.${runtime}(${JSON.stringify(token)}, ${args}, pulumi.mergeOptions(defaults, opts ?? {}));
};
`;
  return one(name, "invoke") + one(`${name}Output`, "invokeOutput");
}

const enumeration = (schema) => `const enums = {
${enums(schema).map(([name, type]) => `  ${name}: ${JSON.stringify(Object.fromEntries(type.enum.map((value) => [value.name, value.value])))},`).join("\n")}
};
Object.assign(exports, enums);
exports.types = { enums, input: {}, output: {} };
`;

const configuration = (schema) => `const config = new pulumi.Config(${JSON.stringify(schema.name)});
exports.config = {
${entries(schema.config.variables).map(([name, variable]) => `  get ${name}() { return config.${variable.type === "string" ? "get" : "getObject"}(${JSON.stringify(name)}); },`).join("\n")}
};
`;
