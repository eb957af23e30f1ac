// index.d.ts of the SDK.
import { comment } from "./comments.mjs";
import { capital, entries, enums, nameOf, objects } from "./names.mjs";
import { inputType, outputType, plainType } from "./types.mjs";

export function declarations(schema) {
  return [
    "// Written by offline/NodeSdk from the schema of the package: change that, not this.",
    "import * as pulumi from \"@pulumi/pulumi\";",
    "",
    ...entries(schema.resources).map(([token, resource]) => resourceClass(schema, nameOf(token), resource)),
    provider(schema),
    ...entries(schema.functions).map(([token, called]) => functions(schema, nameOf(token), called)),
    types(schema),
    configuration(schema),
  ].join("\n");
}

function properties(map, required, type, { readonly = false, indent = "    " } = {}) {
  return entries(map).map(([name, property]) =>
    `${comment(property.description, indent)}${indent}${readonly ? "readonly " : ""}${name}${required?.includes(name) ? "" : "?"}: ${type(property)};\n`).join("");
}

const interfaceOf = (name, description, body) => `${comment(description)}export interface ${name} {\n${body}}\n`;

function resourceClass(schema, name, resource) {
  const outputs = entries(resource.properties).map(([property, type]) => {
    const optional = resource.required?.includes(property) ? "" : " | undefined";
    return `${comment(type.description, "    ")}    readonly ${property}: pulumi.Output<${outputType(schema, type)}${optional}>;\n`;
  }).join("");
  const args = `${name}Args`;
  return `${comment(resource.description)}export declare class ${name} extends pulumi.CustomResource {
    /** An existing ${name}, looked up by its id. */
    static get(name: string, id: pulumi.Input<pulumi.ID>, opts?: pulumi.CustomResourceOptions): ${name};
    /** Whether an object is a ${name}, also where several copies of the Pulumi SDK are loaded. */
    static isInstance(obj: any): obj is ${name};
${outputs}    constructor(name: string, args${resource.requiredInputs?.length ? "" : "?"}: ${args}, opts?: pulumi.CustomResourceOptions);
}
${interfaceOf(args, `The arguments of a ${name}.`, properties(resource.inputProperties, resource.requiredInputs, (type) => inputType(schema, type)))}`;
}

const provider = (schema) => `/** The provider, configured in the program. Without one, resources use the configuration of the stack. */
export declare class Provider extends pulumi.ProviderResource {
    /** Whether an object is a Provider, also where several copies of the Pulumi SDK are loaded. */
    static isInstance(obj: any): obj is Provider;
    constructor(name: string, args${schema.provider.requiredInputs?.length ? "" : "?"}: ProviderArgs, opts?: pulumi.ResourceOptions);
}
${interfaceOf("ProviderArgs", "The arguments of a Provider.", properties(schema.provider.inputProperties, schema.provider.requiredInputs, (type) => inputType(schema, type)))}`;

function functions(schema, name, called) {
  const { inputs, outputs } = called;
  const type = capital(name);
  const optional = inputs.required?.length ? "" : "?";
  return `${comment(called.description)}export declare function ${name}(args${optional}: ${type}Args, opts?: pulumi.InvokeOptions): Promise<${type}Result>;
${comment(called.description)}export declare function ${name}Output(args${optional}: ${type}OutputArgs, opts?: pulumi.InvokeOutputOptions): pulumi.Output<${type}Result>;
${interfaceOf(`${type}Args`, `The arguments of ${name}.`, properties(inputs.properties, inputs.required, (property) => plainType(schema, property)))}
${interfaceOf(`${type}OutputArgs`, `The arguments of ${name}Output.`, properties(inputs.properties, inputs.required, (property) => inputType(schema, property)))}
${interfaceOf(`${type}Result`, `What ${name} answers.`, properties(outputs.properties, outputs.required, (property) => outputType(schema, property), { readonly: true }))}`;
}

// Enums are also at the top, as in the SDKs of Pulumi.
const types = (schema) => `export declare namespace types {
    namespace enums {
${enums(schema).map(([name, type]) => enumeration(name, type)).join("")}    }
    namespace input {
    }
    namespace output {
${objects(schema).map(([name, type]) => `${comment(type.description, "        ")}        interface ${name} {
${properties(type.properties, type.required, (property) => outputType(schema, property), { indent: "            " })}        }
`).join("")}    }
}
${enums(schema).map(([name]) => `export import ${name} = types.enums.${name};\n`).join("")}`;

const enumeration = (name, type) => `${comment(type.description, "        ")}        const ${name}: {
${type.enum.map((value) => `${comment(value.description, "            ")}            readonly ${value.name}: ${JSON.stringify(value.value)};\n`).join("")}        };
        type ${name} = (typeof ${name})[keyof typeof ${name}];
`;

const configuration = (schema) => `/** The configuration of the package in the stack, such as \`pulumi config set ${schema.name}:${Object.keys(schema.config.variables)[0]}\`. */
export declare namespace config {
${entries(schema.config.variables).map(([name, variable]) => `${comment(variable.description, "    ")}    const ${name}: ${outputType(schema, variable)} | undefined;\n`).join("")}}
`;
