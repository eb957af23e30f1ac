using System.Collections.Immutable;
using Pulumi;
using Pulumi.Utilities;

namespace OvhIplb.Components.Tests.Mocks;

public sealed class GetNatIpsTests
{
    private readonly Account _account = new()
    {
        Result = new Dictionary<string, object>
        {
            ["cidrs"] = ImmutableArray.Create<object>("198.51.100.0/28", "198.51.100.16/28"),
            ["zones"] = ImmutableArray.Create<object>(
                new Dictionary<string, object>
                {
                    ["zone"] = "gra",
                    ["ips"] = ImmutableArray.Create<object>("198.51.100.0/28", "198.51.100.16/28"),
                }.ToImmutableDictionary()),
        }.ToImmutableDictionary(),
    };

    [Fact]
    public async Task It_is_asked_at_once_with_known_arguments()
    {
        await _account.UpdateAsync(async () => Check(await GetNatIps.InvokeAsync(new GetNatIpsArgs { ServiceName = "lb-1" })));
        CheckCall();
    }

    [Fact]
    public async Task It_is_asked_once_its_arguments_are_known()
    {
        await _account.UpdateAsync(async () =>
        {
            var result = GetNatIps.Invoke(new() { ServiceName = Output.Create("lb-1") });
            Check(await OutputUtilities.GetValueAsync(result));
        });
        CheckCall();
    }

    [Fact]
    public async Task What_it_depends_on_is_there_first_and_is_a_dependency_of_the_result()
    {
        await _account.UpdateAsync(async () =>
        {
            var refresh = new Refresh("live", new() { ServiceName = "lb-1" });
            var result = GetNatIps.Invoke(new() { ServiceName = "lb-1" }, new InvokeOutputOptions { DependsOn = { refresh } });
            Check(await OutputUtilities.GetValueAsync(result));
            Assert.Contains(refresh, await OutputUtilities.GetDependenciesAsync(result));
        });
        CheckCall();
    }

    private static void Check(GetNatIpsResult result)
    {
        Assert.Equal<string>(["198.51.100.0/28", "198.51.100.16/28"], result.Cidrs);
        var zone = Assert.Single(result.Zones);
        Assert.Equal("gra", zone.Zone);
        Assert.Equal(2, zone.Ips.Length);
    }

    private void CheckCall()
    {
        var call = Assert.Single(_account.Calls);
        Assert.Equal("ovh-iplb:index:getNatIps", call.Token);
        Assert.Equal("lb-1", Assert.Single(call.Args).Value);
        Assert.Equal("serviceName", Assert.Single(call.Args).Key);
    }
}
