using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using OvhIplb.Provider.WireTests.Engine;
using OvhSimulator.Authentication;
using OvhSimulator.Worlds;
using Pulumirpc;

namespace OvhIplb.Provider.WireTests.Provider;

/// <summary>Configuration that was checked by nobody, changes, or that the API refuses.</summary>
public sealed class ConfigureTests
{
    [Fact]
    public async Task A_destroy_with_half_the_credentials_is_refused_at_once()
    {
        await using var deployment = await Deployment.StartUnconfiguredAsync();
        var refused = await Assert.ThrowsAsync<RpcException>(async () => await deployment.Provider.ConfigureAsync(
            new ConfigureRequest { Args = deployment.Configuration.Without("consumerKey"), AcceptSecrets = true }));
        Assert.Equal(StatusCode.InvalidArgument, refused.StatusCode);
        Assert.Contains("consumerKey", refused.Status.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("applicationKey", "INVALID_KEY", "HTTP 403")]
    [InlineData("applicationSecret", "INVALID_SIGNATURE", "HTTP 400")]
    [InlineData("consumerKey", "NOT_CREDENTIAL", "HTTP 403")]
    public async Task Credentials_the_api_refuses_are_told_with_its_words_and_query_id(string name, string code, string status)
    {
        const string Wrong = "no-such-credential-7f3a";
        await using var deployment = await Deployment.StartUnconfiguredAsync();
        deployment.Configuration = deployment.Configuration.With(name, $"\"{Wrong}\"");
        await deployment.ConfigureAsync();

        var refused = await Assert.ThrowsAsync<RpcException>(() => deployment.Entry("FailoverAttachment")
            .PreviewCreateAsync(Wire.Of($$"""{ "serviceName": "{{DefaultWorld.LoadBalancer}}", "ip": "192.0.2.10" }""")));
        var queryId = deployment.World.Calls[^1].QueryId;
        Assert.Contains(code, refused.Status.Detail, StringComparison.Ordinal);
        Assert.Contains(status, refused.Status.Detail, StringComparison.Ordinal);
        Assert.Contains($"OVH query id {queryId}", refused.Status.Detail, StringComparison.Ordinal);
        Assert.DoesNotContain(Wrong, refused.ToString(), StringComparison.Ordinal);
    }

    /// <summary>As where a program makes its provider from what it has yet to create.</summary>
    [Theory]
    [InlineData("dnsServers")]
    [InlineData("pollInterval")]
    [InlineData("rateLimit")]
    public async Task A_setting_that_a_preview_does_not_know_yet_is_as_if_it_were_not_given(string name)
    {
        await using var deployment = await Deployment.StartUnconfiguredAsync();
        deployment.Configuration = deployment.Configuration.With(name, $"\"{Wire.Unknown}\"");
        await deployment.ConfigureAsync();
        await deployment.Entry("FailoverAttachment").PreviewCreateAsync(
            Wire.Of($$"""{ "serviceName": "{{DefaultWorld.LoadBalancer}}", "ip": "192.0.2.10" }"""));
        Assert.NotEmpty(deployment.World.Calls);
    }

    [Fact]
    public async Task A_service_account_does_what_a_key_does()
    {
        await using var deployment = await ConfiguredAsServiceAccountAsync();
        await deployment.Entry("Refresh").ImportAsync(DefaultWorld.LoadBalancer);
        Assert.Single(deployment.World.Find("POST", "/auth/oauth2/token"));
        Assert.Empty(deployment.World.Writes);
    }

    [Fact]
    public async Task An_access_token_does_what_a_key_does()
    {
        await using var deployment = await Deployment.StartUnconfiguredAsync();
        deployment.Configuration = WithoutKeys(deployment).With("accessToken", $"\"{AccessToken.DefaultToken}\"");
        await deployment.ConfigureAsync();
        await deployment.Entry("Refresh").ImportAsync(DefaultWorld.LoadBalancer);
    }

    [Fact]
    public async Task The_action_a_service_account_lacks_is_named()
    {
        await using var deployment = await ConfiguredAsServiceAccountAsync();
        deployment.World.Change(static world => world.ServiceAccounts[0].Actions.Clear());
        var refused = await Assert.ThrowsAsync<RpcException>(
            () => deployment.Entry("Refresh").ImportAsync(DefaultWorld.LoadBalancer));
        Assert.Contains("Allow loadbalancer:apiovh:pendingChanges/get in an IAM policy", refused.Status.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("endpoint", "\"ovh-eu\"", true)]
    [InlineData("applicationSecret", "\"another\"", false)]
    [InlineData("pollInterval", "\"7\"", false)]
    public async Task Only_another_endpoint_replaces(string name, string json, bool replaces)
    {
        await using var deployment = await Deployment.StartAsync();
        var diff = await deployment.Provider.DiffConfigAsync(new DiffRequest
        {
            Olds = deployment.Configuration,
            OldInputs = deployment.Configuration,
            News = deployment.Configuration.With(name, json),
        });
        Assert.Equal(DiffResponse.Types.DiffChanges.DiffSome, diff.Changes);
        Assert.Equal(replaces ? [name] : [], diff.Replaces);
    }

    private static async Task<Deployment> ConfiguredAsServiceAccountAsync()
    {
        var deployment = await Deployment.StartUnconfiguredAsync();
        deployment.Configuration = WithoutKeys(deployment)
            .With("clientId", $"\"{ServiceAccount.DefaultClientId}\"")
            .With("clientSecret", $"\"{ServiceAccount.DefaultClientSecret}\"")
            .With("tokenUrl", $"\"{deployment.TokenUrl}\"");
        await deployment.ConfigureAsync();
        return deployment;
    }

    private static Struct WithoutKeys(Deployment deployment) =>
        deployment.Configuration.Without("applicationKey").Without("applicationSecret").Without("consumerKey");

    [Fact]
    public async Task Secrets_in_the_configuration_are_looked_through()
    {
        await using var deployment = await Deployment.StartUnconfiguredAsync();
        var plain = deployment.Configuration;
        foreach (var name in (string[])["applicationKey", "applicationSecret", "consumerKey"])
        {
            deployment.Configuration = deployment.Configuration.With(name, Wire.Secret($"\"{plain.Text(name)}\""));
        }

        await deployment.ConfigureAsync();
        await deployment.Entry("Refresh").ImportAsync(DefaultWorld.LoadBalancer);
    }
}
