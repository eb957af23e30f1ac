using System.Globalization;
using System.Text.Json;
using OvhSimulator.Authentication;
using OvhSimulator.Control;
using OvhSimulator.Worlds;

namespace OvhSimulator.Tests.Authentication;

public sealed class ServiceAccountTests
{
    private const string Form = "grant_type=client_credentials&client_id=EU.simulator&client_secret=simulator-client-secret&scope=all";
    private const string Move = "/ip/192.0.2.10%2F32/move";
    private const string ToLoadBalancer = $$"""{"to":"{{DefaultWorld.LoadBalancer}}"}""";

    [Theory]
    [InlineData(Form, null)]
    [InlineData("grant_type=client_credentials&scope=all", "EU.simulator:simulator-client-secret")]
    [InlineData("grant_type=client_credentials", "EU%2Esimulator:simulator-client-secret")]
    public async Task Client_credentials_get_a_token_that_opens_the_api(string form, string? basic)
    {
        await using var api = await ApiClient.StartAsync();
        Assert.Equal("/auth/oauth2/token", api.Simulator.TokenUrl.AbsolutePath);
        var reply = (await api.AskTokenAsync(form, basic)).Expect(200);
        Assert.Equal(
            ("Bearer", 3599, "all"),
            (reply["token_type"].GetString(), reply["expires_in"].GetInt32(), reply["scope"].GetString()));
        Assert.Equal(("POST", "/auth/oauth2/token", 200), Assert.Single(
            api.Simulator.Controls.Calls.Select(call => (call.Method, call.Path, call.Status ?? 0))));

        api.AccessToken = reply["access_token"].GetString();
        (await api.GetAsync("/me")).Expect(200);
        (await api.PostAsync(Move, ToLoadBalancer)).Expect(200);
    }

    [Theory]
    [InlineData("grant_type=client_credentials&client_id=EU.simulator&client_secret=other", null, 401, "invalid_client")]
    [InlineData("grant_type=client_credentials&client_id=other&client_secret=simulator-client-secret", null, 401, "invalid_client")]
    [InlineData("grant_type=client_credentials", null, 401, "invalid_client")]
    [InlineData("grant_type=client_credentials", "EU.simulator", 401, "invalid_client")]
    [InlineData("grant_type=password&username=a&password=b", null, 400, "unsupported_grant_type")]
    [InlineData("client_id=EU.simulator&client_secret=simulator-client-secret", null, 400, "invalid_request")]
    [InlineData("grant_type=&client_id=EU.simulator&client_secret=simulator-client-secret", null, 400, "invalid_request")]
    [InlineData(Form + "&scope=all", null, 400, "invalid_request")]
    [InlineData(Form, "EU.simulator:simulator-client-secret", 400, "invalid_request")]
    [InlineData(
        "grant_type=client_credentials&client_id=EU.simulator&client_secret=simulator-client-secret&scope=some",
        null,
        400,
        "invalid_scope")]
    public async Task A_refused_client_is_told_in_the_words_of_oauth2(string form, string? basic, int status, string error)
    {
        await using var api = await ApiClient.StartAsync();
        var reply = (await api.AskTokenAsync(form, basic)).Expect(status);
        Assert.Equal(error, reply["error"].GetString());
        Assert.NotEmpty(reply["error_description"].GetString()!);
        Assert.Equal(status == 401 && basic is not null, reply.Headers.ContainsKey("WWW-Authenticate"));
    }

    [Theory]
    [InlineData(2048, 1, 200)]
    [InlineData(2049, 1, 400)]
    [InlineData(4, 1100, 400)]
    public async Task A_form_has_its_limits(int nameLength, int count, int status)
    {
        await using var api = await ApiClient.StartAsync();
        var more = Enumerable.Range(0, count)
            .Select(number => number.ToString(CultureInfo.InvariantCulture).PadLeft(nameLength, 'x') + "=y");
        var reply = (await api.AskTokenAsync($"{Form}&{string.Join('&', more)}")).Expect(status);
        Assert.Equal(status == 400, reply.Json.TryGetProperty("error", out var error) && error.GetString() == "invalid_request");
    }

    [Fact]
    public async Task A_token_lives_an_hour_of_the_wall_clock_however_fast_the_world_goes()
    {
        await using var api = await ApiClient.StartAsync(options => options.TimeScale = 1000);
        api.AccessToken = (await api.AskTokenAsync(Form)).Expect(200)["access_token"].GetString();
        api.Pass(3598);
        (await api.GetAsync("/me")).Expect(200);
        api.Pass(1);
        var reply = (await api.GetAsync("/me")).Expect(403);
        Assert.Equal(
            ("INVALID_CREDENTIAL", "This credential is not valid"),
            (reply["errorCode"].GetString(), reply["message"].GetString()));
        api.AccessToken = (await api.AskTokenAsync(Form)).Expect(200)["access_token"].GetString();
        (await api.GetAsync("/me")).Expect(200);
    }

    [Fact]
    public async Task An_unknown_token_is_not_valid_with_the_status_the_knob_says()
    {
        await using var api = await ApiClient.StartAsync();
        api.AccessToken = "other";
        Assert.Equal("403 Forbidden", (await api.GetAsync("/ip")).Expect(403)["httpCode"].GetString());
        api.Simulator.Controls.Knobs.InvalidTokenIsUnauthorized = true;
        Assert.Equal("401 Unauthorized", (await api.GetAsync("/ip")).Expect(401)["httpCode"].GetString());
    }

    [Fact]
    public async Task A_static_token_says_who_it_is_and_is_no_consumer_key()
    {
        await using var api = await ApiClient.StartAsync();
        api.AccessToken = AccessToken.DefaultToken;
        api.Pass(24 * 3600);
        var details = (await api.GetAsync("/auth/details")).Expect(200);
        Assert.Equal(("xx12345-ovh", "oauth2_client_credentials"), (details["account"].GetString(), details["method"].GetString()));
        Assert.Equal("urn:v1:eu:identity:credential:xx12345-ovh/oauth2-EU.simulator", details["identities"][0].GetString());
        Assert.Equal(JsonValueKind.Null, details["allowedRoutes"].ValueKind);
        Assert.Equal("NOT_CREDENTIAL", (await api.GetAsync("/auth/currentCredential")).Expect(403)["errorCode"].GetString());
    }

    [Theory]
    [InlineData("ip:apiovh:*", DefaultWorld.LoadBalancer, "loadbalancer:apiovh:ip/additionalIp/move")]
    [InlineData("ip:apiovh:*", DefaultWorld.DedicatedServer, "dedicatedServer:apiovh:ip/additionalIp/move")]
    [InlineData("loadbalancer:apiovh:*", DefaultWorld.LoadBalancer, "ip:apiovh:move")]
    public async Task Iam_names_the_action_a_service_account_lacks(string granted, string to, string missing)
    {
        await using var api = await ApiClient.StartAsync();
        api.AccessToken = AccessToken.DefaultToken;
        Grant(api, granted);
        var reply = (await api.PostAsync(Move, $$"""{"to":"{{to}}"}""")).Expect(403);
        Assert.Equal(
            ("Client::Forbidden", "User not granted for this request"),
            (reply["class"].GetString(), reply["message"].GetString()));
        Assert.Equal("", reply["details"].GetProperty("unauthorizedActionsByAuthentication").GetString());
        Assert.Equal(missing, reply["details"].GetProperty("unauthorizedActionsByIAM").GetString());
    }

    [Fact]
    public async Task Iam_grants_a_service_account_exactly_its_actions()
    {
        await using var api = await ApiClient.StartAsync();
        const string Service = $"/ipLoadbalancing/{DefaultWorld.LoadBalancer}";
        (await api.PostAsync($"{Service}/refresh")).Expect(200);
        api.Pass(20);
        api.AccessToken = AccessToken.DefaultToken;
        Grant(api, "loadbalancer:apiovh:get");
        (await api.GetAsync(Service)).Expect(200);
        (await api.GetAsync("/auth/details")).Expect(200);
        var reply = (await api.PostAsync($"{Service}/refresh")).Expect(403);
        Assert.Equal("loadbalancer:apiovh:refresh", reply["details"].GetProperty("unauthorizedActionsByIAM").GetString());
        Grant(api, "loadbalancer:apiovh:refresh", "ip:apiovh:move", "loadbalancer:apiovh:ip/additionalIp/*");
        (await api.PostAsync($"{Service}/refresh")).Expect(200);
        (await api.PostAsync(Move, ToLoadBalancer)).Expect(200);
    }

    [Fact]
    public async Task A_token_can_be_logged_out_and_the_account_lives_on()
    {
        await using var api = await ApiClient.StartAsync();
        api.AccessToken = (await api.AskTokenAsync(Form)).Expect(200)["access_token"].GetString();
        (await api.PostAsync("/auth/logout")).Expect(200);
        (await api.GetAsync("/me")).Expect(403);
        api.AccessToken = AccessToken.DefaultToken;
        (await api.GetAsync("/me")).Expect(200);
    }

    [Fact]
    public async Task A_fault_strikes_the_token_endpoint_too()
    {
        await using var api = await ApiClient.StartAsync();
        api.Simulator.Controls.Inject(new Fault { Path = "/auth/oauth2/token", Status = 503 });
        (await api.AskTokenAsync(Form)).Expect(503);
        (await api.AskTokenAsync(Form)).Expect(200);
    }

    private static void Grant(ApiClient api, params string[] actions) => api.Simulator.Controls.Change(world =>
    {
        world.ServiceAccounts[0].Actions.Clear();
        world.ServiceAccounts[0].Actions.AddRange(actions);
    });
}
