using OvhIplb.Provider.WireTests.Engine;
using OvhSimulator.Control;
using OvhSimulator.Worlds;

namespace OvhIplb.Provider.WireTests.Lifecycle;

public sealed class RefreshTests : LifecycleTests
{
    protected override string Type => "Refresh";

    protected override string Inputs => $$"""{ "serviceName": "{{DefaultWorld.LoadBalancer}}", "triggers": { "release": "1" } }""";

    protected override string ChangedInputs => $$"""{ "serviceName": "{{DefaultWorld.LoadBalancer}}", "triggers": { "release": "2" } }""";

    protected override string ChangedPath => "triggers.release";

    protected override string AllInputs =>
        $$"""
        {
          "serviceName": "{{DefaultWorld.LoadBalancer}}",
          "triggers": { "release": "1" },
          "zones": ["gra"],
          "waitForInstances": true,
          "applyPending": true,
          "onlyIfPending": true
        }
        """;

    protected override string OtherInputs =>
        $$"""
        {
          "serviceName": "{{DefaultWorld.OverseasLoadBalancer}}",
          "triggers": { "release": "2" },
          "zones": ["rbx"],
          "waitForInstances": false,
          "applyPending": false,
          "onlyIfPending": false
        }
        """;

    protected override string Id => DefaultWorld.LoadBalancer;

    protected override string[] WrongIds => [$"{DefaultWorld.LoadBalancer}/7", "a/b"];

    private protected override string[] DeletingCalls(Entry entry) => [];

    private protected override void Vanish(Controls world) => world.Change(static now => now.LoadBalancers.RemoveAt(0));

    private protected override async Task AssertAfterDeleteAsync(Deployment deployment, Entry entry)
    {
        // What is live stays live.
        await AssertReadsSilentlyAsync(entry);
    }

    [Fact]
    public async Task A_trigger_that_is_taken_out_is_no_change_and_one_that_comes_back_is()
    {
        await using var deployment = await Deployment.StartAsync();
        var entry = deployment.Entry(Type);
        var both = Wire.Of(Inputs).With("triggers", """{ "first": "1", "second": "1" }""");
        var one = Wire.Of(Inputs).With("triggers", """{ "second": "1" }""");
        var none = Wire.Of($$"""{ "serviceName": "{{DefaultWorld.LoadBalancer}}" }""");
        await entry.CreateAsync(both);

        await entry.RequireSettledAsync(one);
        await deployment.NextCommandAsync();
        await AssertReadsSilentlyAsync(entry);
        Assert.Equal(["triggers.first"], (await entry.DiffAsync(both)).DetailedDiff.Keys);
        await entry.RequireSettledAsync(none);
        Assert.Equal(["triggers"], (await entry.DiffAsync(one)).DetailedDiff.Keys);
    }

    [Fact]
    public async Task What_no_import_can_tell_is_no_difference_after_one_and_a_later_change_is()
    {
        await using var deployment = await Deployment.StartAsync();
        var entry = deployment.Entry(Type);
        await entry.ImportAsync(Id);
        Assert.Equal("imported", entry.State.Text("phase"));
        await entry.RequireSettledAsync(Wire.Of(AllInputs));
        Assert.Equal(
            ["triggers.release"],
            (await entry.DiffAsync(Wire.Of(AllInputs).With("triggers", """{ "release": "2" }"""))).DetailedDiff.Keys);
        Assert.Empty(deployment.World.Writes);
        await entry.UpdateAsync(Wire.Of(ChangedInputs));
        Assert.Single(deployment.World.Writes);
        Assert.Equal("live", entry.State.Text("phase"));
    }

    /// <summary>A value that is unknown comes from a resource that this very run changes, so it is no value that was live before.</summary>
    [Theory]
    [InlineData("triggers", """{ "release": "04da6b54-80e4-46f7-96ec-b56ff0331ba9" }""")]
    [InlineData("zones", "\"04da6b54-80e4-46f7-96ec-b56ff0331ba9\"")]
    public async Task What_is_unknown_is_a_difference_also_after_an_import(string input, string value)
    {
        await using var deployment = await Deployment.StartAsync();
        var entry = deployment.Entry(Type);
        await entry.ImportAsync(Id);
        var inputs = (await entry.CheckAsync(
            Wire.Of($$"""{ "serviceName": "{{DefaultWorld.LoadBalancer}}", "applyPending": true }""").With(input, value))).Inputs;
        Assert.Equal([input], (await entry.DiffAsync(inputs)).DetailedDiff.Keys);
    }

    [Fact]
    public async Task Credentials_of_the_last_run_that_are_no_longer_good_do_not_keep_new_ones_from_being_used()
    {
        await using var deployment = await Deployment.StartAsync();
        var entry = deployment.Entry(Type);
        await entry.CreateAsync(Wire.Of(Inputs));
        var state = entry.State.ToString();
        deployment.World.Change(static world => world.Credentials.ForEach(static credential => credential.Status = "expired"));

        // An engine reads an entry of an earlier version before it runs the program, with what the state says about the provider.
        await entry.RefreshAsync();

        Assert.Empty(entry.InitErrors);
        Assert.Equal(state, entry.State.ToString());
        Assert.Contains(deployment.Log.Warnings, static warning => warning.Contains("could not be looked at", StringComparison.Ordinal));
    }
}
