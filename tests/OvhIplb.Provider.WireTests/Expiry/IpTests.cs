using OvhIplb.Provider.WireTests.Engine;
using OvhIplb.Provider.WireTests.Ownership;
using Pulumirpc;

namespace OvhIplb.Provider.WireTests.Expiry;

/// <summary>An IP is a service of its own, which can expire while its load balancer goes on.</summary>
public sealed class IpTests
{
    private const string Block = "192.0.2.10/32";

    /// <summary>As long as the load balancer lists it, it is there.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_refresh_keeps_the_state(bool isListed)
    {
        await using var deployment = await Expired.StartAsync();
        var entry = await deployment.CreatedAsync(Declared.Attachment);
        if (!isListed)
        {
            deployment.World.Change(static world => world.Ips.Find(static ip => ip.Ip == Block)!.RoutedTo = null);
        }

        deployment.Expire(Block);
        Assert.Equal(DiffResponse.Types.DiffChanges.DiffNone, (await entry.RefreshAsync())!.Changes);
        string[] warnings = [.. deployment.Log.Warnings];
        Assert.Equal(isListed ? 0 : 1, warnings.Length);
        Assert.All(warnings, static warning => Assert.StartsWith($"{Block} has expired, so ", warning, StringComparison.Ordinal));
        Assert.All(warnings, static warning => Assert.EndsWith(Expired.Advice, warning, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_delete_leaves_it_to_its_end()
    {
        await using var deployment = await Expired.StartAsync();
        var entry = await deployment.CreatedAsync(Declared.Attachment);
        deployment.Expire(Block);

        await entry.DeleteAsync();
        Assert.StartsWith(
            $"{Block} has expired, so {entry.Id} was taken out of the state without being removed there. What is left of it goes with the "
                + $"service. GET /ip/192.0.2.10%2F32",
            Assert.Single(deployment.Log.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_cannot_be_attached()
    {
        await using var deployment = await Expired.StartAsync();
        deployment.Expire(Block);
        var entry = deployment.Entry(Declared.Attachment);

        await entry.PreviewCreateAsync(Expired.InputsOf(Declared.Attachment));
        Assert.StartsWith(
            $"{Block} has expired, so `pulumi up` will fail. ",
            Assert.Single(deployment.Log.Warnings),
            StringComparison.Ordinal);
        await Expired.RequireAdviceAsync(() => entry.CreateAsync(Expired.InputsOf(Declared.Attachment)));
    }

    /// <summary>What was found is left where it is, so nothing is asked.</summary>
    [Fact]
    public async Task What_was_adopted_is_left()
    {
        await using var deployment = await Expired.StartAsync();
        await deployment.CreatedAsync(Declared.Attachment);
        var adopted = deployment.Entry(Declared.Attachment, "adopted");
        await adopted.CreateAsync(Expired.InputsOf(Declared.Attachment));
        Assert.Equal("adopted", adopted.State.Text("origin"));
        await deployment.NextCommandAsync();
        deployment.Log.Clear();
        deployment.Expire(Block);
        deployment.Expire();

        await adopted.DeleteAsync();
        Assert.Empty(deployment.Log.Warnings);
    }
}
