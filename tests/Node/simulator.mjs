// The simulator's own controls, which need no key.
if (process.env.SIMULATOR_URL === undefined) {
  throw new Error("SIMULATOR_URL is not set: run .ci/node-client, .ci/node-provider or .ci/typescript");
}

export const url = new URL(process.env.SIMULATOR_URL);

export async function control(method, path, body) {
  const answer = await fetch(new URL(`/_simulator${path}`, url), {
    method,
    body: body && JSON.stringify(body),
    headers: body && { "Content-Type": "application/json" },
  });
  const text = await answer.text();
  if (!answer.ok) {
    throw new Error(`${method} ${path}: ${answer.status} ${text}`);
  }
  return text === "" ? null : JSON.parse(text);
}

export const pass = (seconds) => control("POST", "/clock/advance", { seconds });
