// The package schema, as the two writers need it.
import { readFileSync } from "node:fs";

export const schema = JSON.parse(readFileSync(new URL("../../sdk/schema.json", import.meta.url), "utf8"));

const nameOf = (token) => token.split(":").at(-1);

const typeNamed = (reference) => schema.types[reference.slice("#/types/".length)];

export const resources = Object.entries(schema.resources).map(([token, spec]) => ({ token, name: nameOf(token), ...spec }));

export const functions = Object.entries(schema.functions).map(([token, spec]) => ({ token, name: nameOf(token), ...spec }));

export const enums = Object.entries(schema.types).filter(([, spec]) => spec.enum).map(([token, spec]) => ({ name: nameOf(token), ...spec }));

export const objects = Object.entries(schema.types).filter(([, spec]) => !spec.enum).map(([token, spec]) => ({ name: nameOf(token), ...spec }));

export const pascal = (name) => name[0].toUpperCase() + name.slice(1);

// What a property is in TypeScript. An argument's parts may come later, too; an answer's are there.
export function typeOf(spec, part = (type) => type) {
  if (spec.$ref) {
    const name = nameOf(spec.$ref);
    return typeNamed(spec.$ref).enum ? `enums.${name}` : `outputs.${name}`;
  }

  switch (spec.type) {
    case "array": return `${part(typeOf(spec.items, part))}[]`;
    case "object": return `{[key: string]: ${part(typeOf(spec.additionalProperties, part))}}`;
    case "integer": return "number";
    default: return spec.type;
  }
}
