// index.js: what the declarations promise, as the SDK that Pulumi generates does it.
import { enums, functions, resources, schema } from "./schema.mjs";

const quote = JSON.stringify;

const lines = (items, make) => items.map(make).join("\n");

// A secret is one however it was given.
const given = (name, spec) => spec.secret ? `args?.${name} ? pulumi.secret(args.${name}) : undefined` : `args?.${name}`;

const requires = (required = []) => lines(required, (name) => `
      if (args?.${name} === undefined && !opts.urn) {
        throw new Error("Missing required property '${name}'");
      }`);

function resource({ token, name, inputProperties, requiredInputs, properties }) {
  const secrets = Object.keys(properties).filter((key) => properties[key].secret);
  return `
class ${name} extends pulumi.CustomResource {
  static get(name, id, opts) {
    return new ${name}(name, undefined, { ...opts, id });
  }

  static isInstance(obj) {
    return obj?.["__pulumiType"] === ${quote(token)};
  }

  constructor(name, args, opts) {
    const inputs = {};
    opts = opts || {};
    if (!opts.id) {${requires(requiredInputs)}
${lines(Object.entries(inputProperties), ([key, spec]) => `      inputs[${quote(key)}] = ${given(key, spec)};`)}
    }
${lines(Object.keys(properties), (key) => `    inputs[${quote(key)}] ??= undefined;`)}
    super(${quote(token)}, name, inputs, pulumi.mergeOptions(defaults${secrets.length ? `, { ...opts, additionalSecretOutputs: [...${quote(secrets)}, ...opts.additionalSecretOutputs ?? []] }` : ", opts"}));
  }
}
${name}.__pulumiType = ${quote(token)};
exports.${name} = ${name};`;
}

function lookup({ token, name, inputs }) {
  const args = `{ ${Object.keys(inputs.properties).map((key) => `${quote(key)}: args.${key}`).join(", ")} }`;
  return `
exports.${name} = (args, opts) => pulumi.runtime.invoke(${quote(token)}, ${args}, pulumi.mergeOptions(defaults, opts || {}));
exports.${name}Output = (args, opts) => pulumi.runtime.invokeOutput(${quote(token)}, ${args}, pulumi.mergeOptions(defaults, opts || {}));`;
}

// What is no string travels as JSON in a provider's configuration.
const setting = ([key, spec]) => `    inputs[${quote(key)}] = ${spec.type === "string" ? given(key, spec) : `pulumi.output(args?.${key}).apply((value) => value === undefined ? undefined : JSON.stringify(value))`};`;

export const code = () => `"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
const pulumi = require("@pulumi/pulumi");

const defaults = { version: ${quote(schema.version)}, pluginDownloadURL: ${quote(schema.pluginDownloadURL)} };
${lines(resources, resource)}

class Provider extends pulumi.ProviderResource {
  static isInstance(obj) {
    return obj?.["__pulumiType"] === "pulumi:providers:" + Provider.__pulumiType;
  }

  constructor(name, args, opts) {
    const inputs = {};
${lines(Object.entries(schema.provider.inputProperties), setting)}
    super(Provider.__pulumiType, name, inputs, pulumi.mergeOptions(defaults, opts || {}));
  }
}
Provider.__pulumiType = ${quote(schema.name)};
exports.Provider = Provider;
${lines(functions, lookup)}

const enums = {
${lines(enums, ({ name, enum: members }) => `  ${name}: { ${members.map((one) => `${one.name}: ${quote(one.value)}`).join(", ")} },`)}
};
Object.assign(exports, enums, { types: { enums } });
`;
