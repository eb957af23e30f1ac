// index.d.ts: what a program may write, with the schema's descriptions.
import { enums, functions, objects, pascal, resources, schema, typeOf } from "./schema.mjs";

const lines = (items, make) => items.map(make).join("\n");

const comment = (text, indent) => `${indent}/** ${text.split("{{% examples %}}")[0].trim().replaceAll("*/", "*\\/").replaceAll("\n", `\n${indent} * `)} */`;

const input = (type) => `pulumi.Input<${type}>`;

function members(properties, required, indent, make) {
  return lines(Object.entries(properties), ([name, spec]) => `${comment(spec.description, indent)}\n${indent}${make(name, spec, (required ?? []).includes(name))}`);
}

const argument = (name, spec, required) => `${name}${required ? "" : "?"}: ${input(typeOf(spec, input))};`;

const known = (name, spec, required) => `${name}${required ? "" : "?"}: ${typeOf(spec)};`;

const answer = (name, spec, required) => `readonly ${known(name, spec, required)}`;

const output = (name, spec, required) => `readonly ${name}: pulumi.Output<${typeOf(spec)}${required ? "" : " | undefined"}>;`;

const resource = ({ name, description, properties, required, inputProperties, requiredInputs }) => `
${comment(description, "")}
export declare class ${name} extends pulumi.CustomResource {
  static get(name: string, id: pulumi.Input<pulumi.ID>, opts?: pulumi.CustomResourceOptions): ${name};
  static isInstance(obj: any): obj is ${name};
${members(properties, required, "  ", output)}
  constructor(name: string, args: ${name}Args, opts?: pulumi.CustomResourceOptions);
}
export interface ${name}Args {
${members(inputProperties, requiredInputs, "  ", argument)}
}`;

const lookup = ({ name, description, inputs, outputs }) => `
${comment(description, "")}
export declare function ${name}(args: ${pascal(name)}Args, opts?: pulumi.InvokeOptions): Promise<${pascal(name)}Result>;
export interface ${pascal(name)}Args {
${members(inputs.properties, inputs.required, "  ", known)}
}
export interface ${pascal(name)}Result {
${members(outputs.properties, outputs.required, "  ", answer)}
}
${comment(description, "")}
export declare function ${name}Output(args: ${pascal(name)}OutputArgs, opts?: pulumi.InvokeOutputOptions): pulumi.Output<${pascal(name)}Result>;
export interface ${pascal(name)}OutputArgs {
${members(inputs.properties, inputs.required, "  ", argument)}
}`;

const enumeration = ({ name, description, enum: values }) => `
${comment(description, "  ")}
  const ${name}: { ${values.map((one) => `readonly ${one.name}: ${JSON.stringify(one.value)}`).join("; ")} };
  type ${name} = ${values.map((one) => JSON.stringify(one.value)).join(" | ")};`;

export const declarations = () => `import * as pulumi from "@pulumi/pulumi";
${lines(resources, resource)}

export declare class Provider extends pulumi.ProviderResource {
  static isInstance(obj: any): obj is Provider;
  constructor(name: string, args?: ProviderArgs, opts?: pulumi.ResourceOptions);
}
export interface ProviderArgs {
${members(schema.provider.inputProperties, schema.provider.requiredInputs, "  ", argument)}
}
${lines(functions, lookup)}

declare namespace enums {${lines(enums, enumeration)}
}

declare namespace outputs {
${lines(objects, ({ name, description, properties, required }) => `${comment(description, "  ")}\n  interface ${name} {\n${members(properties, required, "    ", known)}\n  }`)}
}

${lines(enums, ({ name }) => `export import ${name} = enums.${name};`)}
export declare namespace types {
  export { enums, outputs as output };
}
`;
