using Google.Protobuf.WellKnownTypes;
using Pulumirpc;

namespace OvhIplb.Provider.Tests.Rpc;

/// <summary>A state that holds what no Check of this version lets in.</summary>
public sealed class UnsupportedStateTests
{
    [Fact]
    public async Task An_asset_in_it_is_a_difference()
    {
        await using var plugin = await PluginFixture.StartAsync();
        var asset = new Struct
        {
            Fields =
            {
                ["fqdns"] = Value.ForList(Value.ForStruct(new()
                {
                    Fields = { ["4dabf18193072939515e22adb298388d"] = Value.ForString("c44067f5952c0a294b673a41bacd8c17") },
                })),
            },
        };

        var answer = await plugin.Client.DiffAsync(
            new()
            {
                Urn = "urn:pulumi:dev::project::fake:index:Thing::web",
                Type = "fake:index:Thing",
                Olds = asset,
                OldInputs = asset,
                News = new()
            },
            cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(DiffResponse.Types.DiffChanges.DiffSome, answer.Changes);
        Assert.Equal(PropertyDiff.Types.Kind.Update, Assert.Single(answer.DetailedDiff, static entry => entry.Key == "fqdns").Value.Kind);
    }
}
