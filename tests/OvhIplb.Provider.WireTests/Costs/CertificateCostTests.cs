using OvhIplb.Provider.WireTests.Engine;
using OvhSimulator.Worlds;

namespace OvhIplb.Provider.WireTests.Costs;

/// <summary>How many calls of the API certificates cost.</summary>
public sealed class CertificateCostTests
{
    private static readonly string[] Names = [.. Enumerable.Range(1, 10).Select(static number => $"n{number}.example.com")];

    /// <summary>
    /// Each costs its order, the looks at it, and one at what it made; what is on the load balancer is looked at once for all.
    /// </summary>
    [Fact]
    public async Task Ten_that_are_ordered_at_once_beside_ten_others_look_at_each_of_those_once()
    {
        await using var deployment = await StartAsync();
        await CreateAsync(deployment);
        await deployment.NextCommandAsync();
        deployment.World.ClearCalls();
        await Task.WhenAll(
            Names.Select(name => deployment.Entry("FreeCertificate", $"{name}-too").CreateAsync(Inputs(name, "www.example.com"))));
        Assert.All(
            deployment.World.Find("GET", "*/ssl/*").GroupBy(static call => call.Path), static looks => Assert.InRange(looks.Count(), 1, 2));
        Assert.Equal(20, deployment.World.Find("GET", "*/ssl/*").DistinctBy(static call => call.Path).Count());
    }

    [Fact]
    public async Task Ten_that_are_previewed_at_once_cost_a_few_shared_looks_at_the_ten_that_are_there()
    {
        await using var deployment = await StartAsync();
        await CreateAsync(deployment);

        await deployment.NextCommandAsync();
        deployment.World.ClearCalls();
        await Task.WhenAll(
            Names.Select(name => deployment.Entry("FreeCertificate", $"{name}-too").PreviewCreateAsync(Inputs(name, "www.example.com"))));
        Assert.InRange(deployment.World.Calls.Count, 1, 50);
        Assert.InRange(deployment.World.Find("GET", $"/ipLoadbalancing/{DefaultWorld.LoadBalancer}").Count, 1, 3);
    }

    [Fact]
    public async Task Reading_costs_one_call_each_and_finding_no_difference_none()
    {
        await using var deployment = await StartAsync();
        var entries = await CreateAsync(deployment);

        await deployment.NextCommandAsync();
        deployment.World.ClearCalls();
        await Task.WhenAll(entries.Select(static entry => entry.RefreshAsync()));
        Assert.Equal(Names.Length, deployment.World.Find("GET", "*/ssl/*").Count);
        Assert.InRange(deployment.World.Calls.Count, Names.Length, Names.Length + 1);

        deployment.World.ClearCalls();
        await Task.WhenAll(entries.Zip(Names, static (entry, name) => entry.RequireSettledAsync(Inputs(name))));
        Assert.Empty(deployment.World.Calls);
    }

    private static Google.Protobuf.WellKnownTypes.Struct Inputs(params string[] names) =>
        Wire.Of($$"""{ "serviceName": "{{DefaultWorld.LoadBalancer}}", "fqdns": [{{string.Join(',', names.Select(Wire.Quoted))}}] }""");

    private static async Task<Deployment> StartAsync()
    {
        var deployment = await Deployment.StartAsync();
        foreach (var name in Names.Append("www.example.com"))
        {
            deployment.World.SetDns(name, ["203.0.113.10"]);
        }

        return deployment;
    }

    private static async Task<Entry[]> CreateAsync(Deployment deployment)
    {
        Entry[] entries = [.. Names.Select(name => deployment.Entry("FreeCertificate", name))];
        await Task.WhenAll(entries.Zip(Names, static (entry, name) => entry.CreateAsync(Inputs(name))));
        return entries;
    }
}
