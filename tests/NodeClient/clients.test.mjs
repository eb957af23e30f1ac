// OVHcloud's own clients, as they come from npm, against the simulator: what they send has to be understood, and what it
// answers has to be what they expect. They sign for https:// and leave the port out of what they sign. Of an error they hand on
// status and message, not its code. They read no configuration of their own, neither files nor variables.
import assert from "node:assert/strict";
import { beforeEach, suite, test } from "node:test";
import nodeOvh from "@ovhcloud/node-ovh";
import ovh from "ovh";
import { control, pass, url } from "../Node/simulator.mjs";

const service = "/ipLoadbalancing/loadbalancer-0123456789abcdef";
const name = service.split("/")[2];
const keys = {
  appKey: "simulator-application-key",
  appSecret: "simulator-application-secret",
  consumerKey: "simulator-consumer-key",
};
const place = { host: url.hostname, port: Number(url.port), basePath: url.pathname };

for (const [label, create] of [["@ovhcloud/node-ovh", nodeOvh], ["ovh", ovh]]) {
  suite(label, () => {
    let api;
    const clientWith = (parameters) => create({ ...keys, ...place, ...parameters });
    const call = (method, path, parameters) => api.requestPromised(method, path, parameters);
    const refused = (promise, error, message) => assert.rejects(promise, { error, message });

    // Polls without waiting: between two looks the world's clock is put forward.
    const done = async (path) => {
      const seen = [];
      for (let looks = 0; looks < 30; looks++) {
        const { status } = await call("GET", path);
        if (seen.at(-1) !== status) {
          seen.push(status);
        }
        if (status === "done") {
          return seen;
        }
        await pass(5);
      }
      throw new Error(`never done: ${seen}`);
    };

    beforeEach(async () => {
      await control("POST", "/reset");
      api = clientWith({});
    });

    test("the time needs no consumer key", async () => {
      api = clientWith({ consumerKey: undefined });
      const time = await call("GET", "/auth/time");
      assert.ok(Math.abs(time - Date.now() / 1000) < 60, `${time}`);
    });

    test("a signed call fetches the time first and is answered", async () => {
      const account = await call("GET", "/me");
      assert.equal(account.ovhSubsidiary, "FR");
      assert.deepEqual((await control("GET", "/calls")).map((made) => made.path), ["/auth/time", "/me"]);
    });

    test("query parameters are signed and filter", async () => {
      const onServer = { type: "failover", "routedTo.serviceName": "ns3001.ip-198-51-100.eu" };
      assert.deepEqual(await call("GET", "/ip", onServer), ["192.0.2.12/32"]);
      assert.deepEqual(await call("GET", "/ip", { description: "a block" }), ["198.51.100.0/30"]);
    });

    test("an IP block keeps its encoded slash", async () => {
      for (const block of ["192.0.2.10/32", "198.51.100.0/30", "2001:db8:1::/64"]) {
        assert.equal((await call("GET", `/ip/${encodeURIComponent(block)}`)).ip, block);
        assert.equal((await call("GET", "/ip/{ip}", { ip: encodeURIComponent(block) })).ip, block);
      }
      const paths = (await control("GET", "/calls?path=/ip/192.0.2.10/32")).map((made) => made.path);
      assert.deepEqual(paths, ["/ip/192.0.2.10%2F32", "/ip/192.0.2.10%2F32"]);
    });

    test("a body is signed as it is sent, and void is null", async () => {
      assert.equal(await call("PUT", service, { displayName: "Ligne avancée ✓" }), null);
      assert.equal((await call("GET", service)).displayName, "Ligne avancée ✓");
    });

    test("a wrong key is named", async () => {
      for (const [parameters, error, message] of [
        [{ appKey: "nobody" }, 403, "This application key is invalid"],
        [{ appSecret: "nobody" }, 400, "Invalid signature"],
        [{ consumerKey: "nobody" }, 403, "This credential does not exist"],
        [{ apiTimeDiff: -3600 }, 400, "Query out of time"],
      ]) {
        await refused(clientWith(parameters).requestPromised("GET", "/me"), error, message);
      }
      await assert.rejects(clientWith({ consumerKey: undefined }).requestPromised("GET", "/me"), { error: 403 });
    });

    test("an error hands on what the API says", async () => {
      await refused(call("GET", "/ip/192.0.2.99%2F32"), 404, "This service does not exist");
      await refused(call("POST", "/ip/192.0.2.10%2F32/move", { to: "nowhere" }), 400, "The IP 192.0.2.10/32 can not be moved to nowhere");
      await refused(call("POST", "/ip/192.0.2.10%2F32/move"), 400, "[to] This parameter is required");
    });

    test("an IP is moved", async () => {
      const ip = "/ip/192.0.2.10%2F32";
      const destinations = await call("GET", `${ip}/move`);
      assert.ok(destinations.ipLoadbalancing.some((destination) => destination.service === name));
      const task = await call("POST", `${ip}/move`, { to: name });
      assert.equal(task.function, "genericMoveFloatingIp");
      assert.deepEqual(await done(`${ip}/task/${task.taskId}`), ["init", "todo", "doing", "done"]);
      assert.deepEqual((await call("GET", ip)).routedTo, { serviceName: name });
      assert.deepEqual(await call("GET", `${service}/failover`), ["192.0.2.10/32"]);
    });

    test("changes go live with a refresh that has no body", async () => {
      await call("PUT", service, { sslConfiguration: "modern" });
      assert.deepEqual(await call("GET", `${service}/pendingChanges`), [{ zone: "gra", number: 1 }, { zone: "rbx", number: 1 }]);
      const task = await call("POST", `${service}/refresh`, { zone: null });
      assert.deepEqual(task.zones, ["gra", "rbx"]);
      await refused(call("POST", `${service}/refresh`), 409, `A refresh is already running on ${name} (task ${task.id})`);
      assert.equal((await done(`${service}/task/${task.id}`)).at(-1), "done");
      assert.deepEqual(await call("GET", `${service}/pendingChanges`), []);
    });

    test("a free certificate is ordered, built and deleted", async () => {
      await control("PUT", "/dns/www.example.com", { a: ["203.0.113.10"], aaaa: [] });
      const order = await call("POST", `${service}/freeCertificate`, { fqdn: ["www.example.com"] });
      assert.equal(order.action, "orderFreeCertificate");
      assert.deepEqual(await call("GET", `${service}/ssl`), []);
      assert.deepEqual(await done(`${service}/task/${order.id}`), ["todo", "doing", "done"]);
      const [id] = await call("GET", `${service}/ssl`, { type: "built" });
      const certificate = await call("GET", `${service}/ssl/${id}`);
      assert.deepEqual([certificate.type, certificate.san], ["built", ["www.example.com"]]);
      assert.equal(await call("DELETE", `${service}/ssl/${id}`), null);
      assert.deepEqual(await call("GET", `${service}/ssl`), []);
    });
  });
}

// Only this client knows service accounts. Without an endpoint it takes the token URL it is given; the place it is given still counts.
suite("@ovhcloud/node-ovh as a service account", () => {
  const account = { clientID: "EU.simulator", clientSecret: "simulator-client-secret", tokenURL: new URL("/auth/", url).href };

  beforeEach(() => control("POST", "/reset"));

  test("a token is asked for and sent with every call", async () => {
    const api = nodeOvh({ ...place, ...account });
    assert.equal((await api.requestPromised("GET", service)).serviceName, name);
    assert.equal((await api.requestPromised("GET", "/auth/details")).method, "oauth2_client_credentials");
    assert.deepEqual((await control("GET", "/calls")).map((made) => made.path), ["/auth/oauth2/token", service, "/auth/details"]);
  });

  test("a wrong secret gets no token", async () => {
    const api = nodeOvh({ ...place, ...account, clientSecret: "nobody" });
    await assert.rejects(api.requestPromised("GET", service));
    assert.deepEqual((await control("GET", "/calls")).map((made) => [made.path, made.status]), [["/auth/oauth2/token", 401]]);
  });
});
