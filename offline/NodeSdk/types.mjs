// The types of properties in TypeScript, in the three ways the SDK writes them.
import { nameOf } from "./names.mjs";

const primitives = { string: "string", boolean: "boolean", integer: "number", number: "number" };

// What a program gets: values all the way down.
export const outputType = (schema, type) => write(schema, type, (inner) => inner);

// What a program may give a resource, or a function that takes outputs: at every level a value, a promise or an output.
export const inputType = (schema, type) => `pulumi.Input<${write(schema, type, (inner) => `pulumi.Input<${inner}>`, true)}>`;

// What a program gives a function that takes values only.
export const plainType = (schema, type) => write(schema, type, (inner) => inner, true);

function write(schema, type, wrap, isInput = false) {
  if (type.$ref) {
    return reference(schema, type.$ref, isInput);
  }
  if (type.type === "array") {
    return `${wrap(write(schema, type.items, wrap, isInput))}[]`;
  }
  if (type.type === "object" && type.additionalProperties) {
    return `{[key: string]: ${wrap(write(schema, type.additionalProperties, wrap, isInput))}}`;
  }
  return primitives[type.type] ?? unknown(type);
}

function reference(schema, ref, isInput) {
  const token = ref.replace("#/types/", "");
  const target = schema.types[token] ?? unknown(ref);
  if (target.enum) {
    return `types.enums.${nameOf(token)}`;
  }
  return isInput ? unknown(ref) : `types.output.${nameOf(token)}`;
}

// A type the generator was not written for is an error, never "any".
function unknown(type) {
  throw new Error(`no TypeScript is known for ${JSON.stringify(type)}`);
}
