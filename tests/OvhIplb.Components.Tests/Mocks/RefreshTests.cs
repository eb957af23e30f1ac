using System.Collections.Immutable;
using Pulumi;
using Pulumi.Utilities;

namespace OvhIplb.Components.Tests.Mocks;

public sealed class RefreshTests
{
    [Fact]
    public async Task Its_arguments_arrive_under_the_names_of_the_schema()
    {
        var account = new Account();
        await account.UpdateAsync(() =>
        {
            _ = new Refresh("live", new()
            {
                ServiceName = "lb-1",
                Triggers = { ["attachments"] = Output.Create("1 2"), ["frontend"] = "3" },
                Zones = { "gra" },
            });
        });
        var declared = account.Resources["live"];
        Assert.Equal("ovh-iplb:index:Refresh", declared.Type);
        var triggers = (ImmutableDictionary<string, object>)declared.Inputs["triggers"];
        Assert.Equal(["attachments=1 2", "frontend=3"], triggers.Select(one => $"{one.Key}={one.Value}").Order(StringComparer.Ordinal));
        Assert.Equal<IEnumerable<object>>(["gra"], (ImmutableArray<object>)declared.Inputs["zones"]);
    }

    [Fact]
    public async Task Pending_changes_are_objects()
    {
        var pending = ImmutableArray.Create<object>(ImmutableDictionary<string, object>.Empty.Add("number", 3.0).Add("zone", "gra"));
        var account = new Account { State = ImmutableDictionary<string, object>.Empty.Add("pendingChanges", pending).Add("phase", "live") };
        await account.UpdateAsync(async () =>
        {
            var refresh = new Refresh("live", new() { ServiceName = "lb-1", Triggers = { { "ip", "1" } } });
            var change = Assert.Single(await OutputUtilities.GetValueAsync(refresh.PendingChanges));
            Assert.Equal((3, "gra"), (change.Number, change.Zone));
            Assert.Equal("1", (await OutputUtilities.GetValueAsync(refresh.Triggers))!["ip"]);
        });
    }

    [Fact]
    public async Task Get_reads_what_is_there()
    {
        var account = new Account { State = ImmutableDictionary<string, object>.Empty.Add("phase", "live") };
        await account.UpdateAsync(async () =>
        {
            var refresh = Refresh.Get("live", "lb-1");
            Assert.Equal("live", await OutputUtilities.GetValueAsync(refresh.Phase));
            Assert.Null(await OutputUtilities.GetValueAsync(refresh.Triggers));
        });
        Assert.Equal("lb-1", account.Resources["live"].Id);
    }
}
