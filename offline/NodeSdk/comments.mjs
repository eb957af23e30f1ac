// The documentation of the schema as comments. The examples in other languages, at its end, are left out.
export function comment(description, indent = "") {
  const text = (description ?? "").split("{{% examples %}}")[0].trim().replaceAll("*/", "*&#47;");
  if (text === "") {
    return "";
  }
  const lines = text.split("\n").map((line) => `${indent} * ${line}`.trimEnd());
  return [`${indent}/**`, ...lines, `${indent} */`, ""].join("\n");
}
