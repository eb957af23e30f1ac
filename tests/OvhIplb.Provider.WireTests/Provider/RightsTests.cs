using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using OvhIplb.Provider.WireTests.Engine;
using OvhIplb.Provider.WireTests.Functions;
using OvhSimulator.Authentication;
using OvhSimulator.Worlds;

namespace OvhIplb.Provider.WireTests.Provider;

/// <summary>docs/access-rights.md lists what is needed, no more and no less.</summary>
public sealed class RightsTests
{
    private const string ServiceName = DefaultWorld.LoadBalancer;

    /// <summary>The four lists of the page: actions to read and to write, access rules to read and to write.</summary>
    private static readonly string[][] Lists =
    [
        .. File.ReadAllText(Path.Combine(Repository.Root, "docs", "access-rights.md")).Split("```\n")
            .Where(static (_, index) => index % 2 == 1)
            .Select(static list => list.Split('\n', StringSplitOptions.RemoveEmptyEntries)),
    ];

    private static readonly (string Type, Struct Inputs)[] Resources =
    [
        ("FailoverAttachment", Wire.Of($$"""{ "serviceName": "{{ServiceName}}", "ip": "192.0.2.10" }""")),
        ("FreeCertificate", Wire.Of($$"""{ "serviceName": "{{ServiceName}}", "fqdns": ["www.example.com"] }""")),
        ("CustomCertificate", Wire.Of(Wire.Own(OwnCertificate.Sample))),
        ("Refresh", Wire.Of($$"""{ "serviceName": "{{ServiceName}}" }""")),
    ];

    private static readonly (string Name, string Arguments)[] Functions =
    [
        ("getLoadBalancer", Answers.OfDefault),
        ("getInstancesState", Answers.OfDefault),
        ("getFailovers", Answers.OfDefault),
        ("getPendingChanges", Answers.OfDefault),
        ("getNatIps", Answers.OfDefault),
        ("getCertificates", Answers.OfDefault),
        ("getFirewallRules", $$"""{ "serviceName": "{{ServiceName}}", "ports": ["443"] }"""),
        ("getMoveDestinations", """{ "ip": "192.0.2.11" }"""),
    ];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_is_listed_is_enough(bool isServiceAccount)
    {
        await using var deployment = await StartAsync(isServiceAccount, mayWrite: true);
        foreach ((var type, var inputs) in Resources)
        {
            var entry = deployment.Entry(type);
            await entry.PreviewCreateAsync(inputs);
            await entry.CreateAsync(inputs);
            Assert.Empty(entry.InitErrors);
            await deployment.NextCommandAsync();
            await entry.RefreshAsync();
            if (type == "CustomCertificate")
            {
                await entry.UpdateAsync(inputs.With("displayName", "\"web\""));
            }

            await entry.DeleteAsync();
            await deployment.NextCommandAsync();
        }

        Assert.DoesNotContain(deployment.Log.Warnings, static line => line.Contains("refuses", StringComparison.Ordinal));
        Assert.DoesNotContain(deployment.World.Calls, static call => call.Status == 403);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Who_may_read_may_preview_and_ask_and_nothing_else(bool isServiceAccount)
    {
        await using var deployment = await StartAsync(isServiceAccount, mayWrite: false);
        foreach ((var name, var arguments) in Functions)
        {
            await deployment.AskAsync(name, arguments);
        }

        foreach ((var type, var inputs) in Resources)
        {
            await deployment.Entry(type).PreviewCreateAsync(inputs);
            await Assert.ThrowsAsync<RpcException>(() => deployment.Entry(type).CreateAsync(inputs));
        }

        Assert.DoesNotContain(
            deployment.World.Writes,
            static call => call.Status is >= 200 and < 300 && !call.Path.StartsWith("/auth/", StringComparison.Ordinal));
    }

    /// <summary>A right to write that is not needed is one too many.</summary>
    [Fact]
    public async Task Each_right_to_write_is_needed()
    {
        Assert.Equal(4, Lists.Length);
        foreach (var action in Lists[1])
        {
            await using var deployment = await StartAsync(isServiceAccount: true, mayWrite: true, without: action);
            foreach ((var type, var inputs) in Resources)
            {
                var entry = deployment.Entry(type);
                try
                {
                    await entry.CreateAsync(inputs);
                    await entry.UpdateAsync(type == "CustomCertificate" ? inputs.With("displayName", "\"web\"") : inputs);
                    await deployment.NextCommandAsync();
                    await entry.DeleteAsync();
                }
                catch (RpcException)
                {
                    // What is refused is what the test is about.
                }
            }

            Assert.True(deployment.World.Calls.Any(static call => call.Status == 403), $"{action} is not needed");
        }
    }

    private static async Task<Deployment> StartAsync(bool isServiceAccount, bool mayWrite, string? without = null)
    {
        var deployment = await Deployment.StartUnconfiguredAsync();
        deployment.World.SetDns("www.example.com", ["203.0.113.10"]);
        var read = Lists[isServiceAccount ? 0 : 2];
        string[] granted = [.. (mayWrite ? [.. read, .. Lists[isServiceAccount ? 1 : 3]] : read).Where(right => right != without)];
        deployment.World.Change(world =>
        {
            world.ServiceAccounts[0].Actions.Clear();
            world.ServiceAccounts[0].Actions.AddRange(granted);
            world.Credentials[0].Rules.Clear();
            world.Credentials[0].Rules.AddRange(granted.Select(static rule => rule.Split(' ')).Where(static rule => rule.Length == 2)
                .Select(static rule => new AccessRule(rule[0], rule[1])));
        });
        if (isServiceAccount)
        {
            deployment.Configuration = deployment.Configuration.Without("applicationKey").Without("applicationSecret")
                .Without("consumerKey")
                .With("clientId", $"\"{ServiceAccount.DefaultClientId}\"")
                .With("clientSecret", $"\"{ServiceAccount.DefaultClientSecret}\"")
                .With("tokenUrl", $"\"{deployment.TokenUrl}\"");
        }

        await deployment.ConfigureAsync();
        return deployment;
    }
}
