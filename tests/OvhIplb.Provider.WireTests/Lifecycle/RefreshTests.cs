using OvhIplb.Provider.WireTests.Engine;
using OvhSimulator.Worlds;

namespace OvhIplb.Provider.WireTests.Lifecycle;

public sealed class RefreshTests : LifecycleTests
{
    protected override string Type => "Refresh";

    protected override string Inputs => $$"""{ "serviceName": "{{DefaultWorld.LoadBalancer}}", "triggers": { "release": "1" } }""";

    protected override string ChangedInputs => $$"""{ "serviceName": "{{DefaultWorld.LoadBalancer}}", "triggers": { "release": "2" } }""";

    protected override string ChangedPath => "triggers.release";

    protected override string Id => DefaultWorld.LoadBalancer;

    protected override string[] WrongIds => [$"{DefaultWorld.LoadBalancer}/7", "a/b"];

    private protected override string[] DeletingCalls(Entry entry) => [];

    private protected override async Task AssertAfterDeleteAsync(Deployment deployment, Entry entry)
    {
        // What is live stays live.
        await AssertReadsSilentlyAsync(entry);
        Assert.True(entry.RefreshBeforeUpdate);
    }
}
