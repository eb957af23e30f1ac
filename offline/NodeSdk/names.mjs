// What things of the schema are called in the SDK.

// "ovh-iplb:index:FreeCertificate" is FreeCertificate.
export function nameOf(token) {
  const [, module, name] = token.split(":");
  if (module !== "index") {
    throw new Error(`${token}: only the module index is known`);
  }
  return name;
}

export const capital = (name) => name[0].toUpperCase() + name.slice(1);

export const entries = (map) => Object.entries(map ?? {});

// The enums and the objects among the types, by name.
export const enums = (schema) => entries(schema.types).filter(([, type]) => type.enum).map(([token, type]) => [nameOf(token), type]);
export const objects = (schema) => entries(schema.types).filter(([, type]) => !type.enum).map(([token, type]) => [nameOf(token), type]);
