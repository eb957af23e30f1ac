using Pulumi;

namespace OvhIplb.Components.Tests.Mocks;

public sealed class ProviderTests
{
    [Fact]
    public async Task Its_arguments_arrive_under_the_names_of_the_schema_and_as_text()
    {
        var account = new Account();
        await account.UpdateAsync(() =>
        {
            _ = new Provider("other-account", new()
            {
                Endpoint = "ovh-ca",
                ApplicationKey = "key",
                ApplicationSecret = "secret",
                ConsumerKey = "consumer",
                PollInterval = 0.5,
            });
        });
        var declared = account.Resources["other-account"];
        Assert.Equal("pulumi:providers:ovh-iplb", declared.Type);
        Assert.Equal(
            ["applicationKey=key", "applicationSecret=secret", "consumerKey=consumer", "endpoint=ovh-ca", "pollInterval=0.5"],
            declared.Inputs.Select(one => $"{one.Key}={Assert.IsType<string>(one.Value)}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task It_needs_no_arguments()
    {
        var account = new Account();
        await account.UpdateAsync(() => { _ = new Provider("from-the-environment"); });
        Assert.Empty(account.Resources["from-the-environment"].Inputs);
    }

    [Fact]
    public async Task A_resource_and_a_function_are_told_which_provider_to_use()
    {
        var account = new Account { Result = GetNatIpsAnswer };
        await account.UpdateAsync(async () =>
        {
            var provider = new Provider("other-account");
            _ = new Refresh("live", new() { ServiceName = "lb-1" }, new() { Provider = provider });
            await GetNatIps.InvokeAsync(new() { ServiceName = "lb-1" }, new InvokeOptions { Provider = provider });
        });
        Assert.Contains("pulumi:providers:ovh-iplb::other-account", account.Resources["live"].Provider, StringComparison.Ordinal);
        Assert.Contains("pulumi:providers:ovh-iplb::other-account", Assert.Single(account.Calls).Provider, StringComparison.Ordinal);
    }

    private static System.Collections.Immutable.ImmutableDictionary<string, object> GetNatIpsAnswer { get; } =
        System.Collections.Immutable.ImmutableDictionary<string, object>.Empty
            .Add("cidrs", System.Collections.Immutable.ImmutableArray<object>.Empty)
            .Add("zones", System.Collections.Immutable.ImmutableArray<object>.Empty);
}
