using System.Globalization;
using System.Text;
using OvhSimulator.Authentication;

namespace OvhSimulator.Tests.Authentication;

public sealed class SignatureTests
{
    [Theory]
    [InlineData("GET", "/ip/192.0.2.10%2F32", null, "$1$f39980364e2cf85b8e250271855570444b4a91d6")]
    [InlineData(
        "POST",
        "/ip/192.0.2.10%2F32/move",
        """{"to":"loadbalancer-0123456789abcdef"}""",
        "$1$15eee608ea8c3e4c9076c7f4b8378cd28e560ea9")]
    [InlineData(
        "GET",
        "/ipLoadbalancing/loadbalancer-0123456789abcdef/task?action=refreshIplb&status=todo",
        null,
        "$1$2370eafc37743d3d99d2b8b793ccc997e6737cbd")]
    public void A_signature_computed_elsewhere_is_the_same(string method, string path, string? body, string signature) =>
        Assert.Equal(signature, Signature.Compute(
            "test-app-secret", "test-consumer-key", method, "https://eu.api.ovh.com/1.0" + path, Encoding.UTF8
                .GetBytes(body ?? ""), "1700000000"));

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public async Task A_port_may_be_left_out_of_what_is_signed_and_of_the_host_header(bool isSigned, bool isInHeader)
    {
        foreach (var tls in new[] { false, true })
        {
            await using var api = await ApiClient.StartAsync(options => options.Tls = tls);
            var timestamp = api.Time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
            var url = isSigned ? api.Base : $"{api.Simulator.BaseAddress.Scheme}://127.0.0.1/1.0";
            var signature = Signature.Compute(api.ApplicationSecret, api.ConsumerKey, "GET", url + "/me", [], timestamp);
            var host = isInHeader ? null : "127.0.0.1";
            (await api.SendAsync(HttpMethod.Get, "/me", signature: signature, host: host)).Expect(200);
            (await api.SendAsync(HttpMethod.Get, "/ip", signature: signature, host: host)).Expect(400);
        }
    }

    [Fact]
    public async Task A_tampered_body_is_refused()
    {
        await using var api = await ApiClient.StartAsync();
        var timestamp = api.Time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var signature = Signature.Compute(
            api.ApplicationSecret, api.ConsumerKey, "POST", api.Base + "/ip/192.0.2.10%2F32/move", """{"to":"x"}"""u8, timestamp);
        var reply = (await api.SendAsync(HttpMethod.Post, "/ip/192.0.2.10%2F32/move", """{"to":"y"}""", signature)).Expect(400);
        Assert.Equal("INVALID_SIGNATURE", reply["errorCode"].GetString());
        Assert.Equal("400 Bad Request", reply["httpCode"].GetString());
    }

    [Theory]
    [InlineData("other", "simulator-application-secret", "simulator-consumer-key", 403, "INVALID_KEY", "This application key is invalid")]
    [InlineData("simulator-application-key", "other", "simulator-consumer-key", 400, "INVALID_SIGNATURE", "Invalid signature")]
    [InlineData(
        "simulator-application-key",
        "simulator-application-secret",
        "other",
        403,
        "NOT_CREDENTIAL",
        "This credential does not exist")]
    public async Task Each_wrong_key_has_its_own_answer(string key, string secret, string consumer, int status, string code, string message)
    {
        await using var api = await ApiClient.StartAsync();
        (api.ApplicationKey, api.ApplicationSecret, api.ConsumerKey) = (key, secret, consumer);
        var reply = (await api.GetAsync("/me")).Expect(status);
        Assert.Equal((code, message), (reply["errorCode"].GetString(), reply["message"].GetString()));
        Assert.NotNull(reply.QueryId);
    }

    [Theory]
    [InlineData(180, 200)]
    [InlineData(-180, 200)]
    [InlineData(181, 400)]
    [InlineData(-181, 400)]
    public async Task A_timestamp_may_be_three_minutes_off(int skew, int status)
    {
        await using var api = await ApiClient.StartAsync();
        api.Skew = TimeSpan.FromSeconds(skew);
        var reply = (await api.GetAsync("/me")).Expect(status);
        Assert.Equal(status == 400, reply.Text.Contains("QUERY_TIME_OUT", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_call_outside_the_access_rules_is_not_granted()
    {
        await using var api = await ApiClient.StartAsync();
        api.Simulator.Controls.Change(world =>
        {
            world.Credentials[0].Rules.Clear();
            world.Credentials[0].Rules.Add(new AccessRule("GET", "/ip/*"));
        });
        (await api.GetAsync("/ip/192.0.2.10")).Expect(200);
        Assert.Equal("NOT_GRANTED_CALL", (await api.GetAsync("/ip")).Expect(403)["errorCode"].GetString());
        Assert.Equal("NOT_GRANTED_CALL", (await api.PostAsync("/ip/192.0.2.10/park")).Expect(403)["errorCode"].GetString());
    }

    [Fact]
    public async Task Authentication_lives_by_the_wall_clock_however_fast_the_world_goes()
    {
        await using var api = await ApiClient.StartAsync(options => options.TimeScale = 1000);
        api.Pass(60);
        api.Simulator.Controls.Advance(TimeSpan.FromDays(1));
        Assert.Equal(api.Time.GetUtcNow().ToUnixTimeSeconds(), (await api.GetAsync("/auth/time")).Expect(200).Json.GetInt64());
        (await api.GetAsync("/me")).Expect(200);
    }

    [Fact]
    public async Task The_time_needs_no_key_and_everything_else_does()
    {
        await using var api = await ApiClient.StartAsync();
        api.ApplicationKey = "nobody";
        (await api.GetAsync("/auth/time")).Expect(200);
        (await api.GetAsync("/auth/details")).Expect(403);
    }

    [Fact]
    public async Task The_caller_can_ask_who_it_is()
    {
        await using var api = await ApiClient.StartAsync();
        Assert.Equal("account", (await api.GetAsync("/auth/details")).Expect(200)["method"].GetString());
        Assert.Equal("validated", (await api.GetAsync("/auth/currentCredential")).Expect(200)["status"].GetString());
        Assert.Equal("FR", (await api.GetAsync("/me")).Expect(200)["ovhSubsidiary"].GetString());
    }
}
