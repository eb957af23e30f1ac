using OvhIplb.Provider.WireTests.Engine;

namespace OvhIplb.Provider.WireTests.Provider;

/// <summary>Provider configuration that cannot work is told before anything uses it.</summary>
public sealed class CheckConfigTests(SharedDeployment shared) : IClassFixture<SharedDeployment>
{
    private Deployment Deployment => shared.Deployment;

    [Theory]
    [InlineData("endpoint", "\"ovh-ue\"", "endpoint", "ovh-eu")]
    [InlineData("endpoint", "7", "endpoint", "string")]
    [InlineData("consumerKey", null, "consumerKey", "is missing")]
    [InlineData("applicationSecret", "null", "", "applicationSecret: is missing")]
    [InlineData("pollInterval", "\"0.01\"", "pollInterval", "0.05 to 300 seconds")]
    [InlineData("pollInterval", "\"301\"", "pollInterval", "0.05 to 300 seconds")]
    [InlineData("pollInterval", "\"soon\"", "pollInterval", "number")]
    [InlineData("rateLimit", "\"0\"", "rateLimit", "0.1 to 1000 calls a second")]
    [InlineData("aplicationKey", "\"x\"", "", "'aplicationKey'; did you mean 'applicationKey'?")]
    public async Task One_fault(string name, string? json, string property, string words)
    {
        var configuration = json is null ? Deployment.Configuration.Without(name) : Deployment.Configuration.With(name, json);
        var failure = Assert.Single((await Deployment.CheckConfigurationAsync(configuration)).Failures);
        Assert.Equal(property, failure.Property);
        Assert.Contains(words, failure.Reason, StringComparison.Ordinal);
        Assert.All(Engine.Deployment.Secrets, secret => Assert.DoesNotContain(secret, failure.Reason, StringComparison.Ordinal));
    }

    [Fact]
    public async Task All_faults_at_once()
    {
        var check = await Deployment.CheckConfigurationAsync(Deployment.Configuration
            .With("endpoint", "\"ovh-ue\"").Without("consumerKey").With("pollInterval", "\"0\"").With("timeout", "\"3\""));
        // An engine that is told a property shows its value, so an unknown key, which may be a misspelt credential, is told in words.
        Assert.Equal(["", "consumerKey", "endpoint", "pollInterval"], check.Failures.Select(static failure => failure.Property).Order());
    }

    [Fact]
    public async Task More_than_one_way_to_authenticate_is_told_without_showing_any()
    {
        var failure = Assert.Single(
            (await Deployment.CheckConfigurationAsync(Deployment.Configuration.With("clientId", "\"EU.mine\""))).Failures);
        Assert.Equal("", failure.Property);
        Assert.StartsWith(
            "clientId: more than one way to authenticate was found: applicationKey from the provider's configuration",
            failure.Reason,
            StringComparison.Ordinal);
        Assert.DoesNotContain("EU.mine", failure.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_credentials_at_all_says_where_they_may_come_from()
    {
        var failure = Assert.Single((await Deployment.CheckConfigurationAsync(Wire.Of("""{ "version": "0.1.0" }"""))).Failures);
        Assert.Equal("applicationKey", failure.Property);
        Assert.Contains("OVH_APPLICATION_KEY", failure.Reason, StringComparison.Ordinal);
        Assert.Contains("ovh.conf", failure.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Credentials_come_back_secret_and_nothing_is_added()
    {
        var inputs = (await Deployment.CheckConfigurationAsync()).Inputs;
        var expected = Deployment.Configuration;
        foreach (var name in (string[])["applicationKey", "applicationSecret", "consumerKey"])
        {
            expected = expected.With(name, Wire.Secret($"\"{expected.Text(name)}\""));
        }

        Assert.Equal(expected, inputs);
    }

    [Fact]
    public async Task Unknown_values_pass()
    {
        var configuration = Deployment.Configuration.With("endpoint", $"\"{Wire.Unknown}\"").With("consumerKey", $"\"{Wire.Unknown}\"");
        var check = await Deployment.CheckConfigurationAsync(configuration);
        Assert.Empty(check.Failures);
        Assert.Equal(Wire.Unknown, check.Inputs.Text("endpoint"));
        Assert.Equal(Wire.Unknown, check.Inputs.Text("consumerKey"));
    }
}
