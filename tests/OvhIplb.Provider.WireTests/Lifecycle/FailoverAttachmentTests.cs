using OvhIplb.Provider.WireTests.Engine;
using OvhSimulator.Control;
using OvhSimulator.Worlds;

namespace OvhIplb.Provider.WireTests.Lifecycle;

public sealed class FailoverAttachmentTests : LifecycleTests
{
    protected override string Type => "FailoverAttachment";

    protected override string Inputs => $$"""{ "serviceName": "{{DefaultWorld.LoadBalancer}}", "ip": "192.0.2.10" }""";

    protected override string ChangedInputs =>
        $$"""{ "serviceName": "{{DefaultWorld.LoadBalancer}}", "ip": "192.0.2.10/32", "onDelete": "park" }""";

    protected override string ChangedPath => "onDelete";

    protected override string AllInputs =>
        $$"""{ "serviceName": "{{DefaultWorld.LoadBalancer}}", "ip": "192.0.2.10", "autoRefresh": false, "onDelete": "park" }""";

    protected override string OtherInputs =>
        $$"""{ "serviceName": "{{DefaultWorld.OverseasLoadBalancer}}", "ip": "192.0.2.11", "autoRefresh": true, "onDelete": "retain" }""";

    protected override string Id => $"{DefaultWorld.LoadBalancer}/192.0.2.10/32";

    protected override string[] WrongIds =>
        ["192.0.2.10", $"{DefaultWorld.LoadBalancer}", $"{DefaultWorld.LoadBalancer}/", "/192.0.2.10", $"{DefaultWorld.LoadBalancer}/www.example.com"];

    private protected override IReadOnlyDictionary<string, Action<Controls>> Drifts { get; } = new Dictionary<string, Action<Controls>>
    {
        ["serviceName"] = static world => world.Change(
            static now => now.Ips.Find(static ip => ip.Ip == "192.0.2.10/32")!.RoutedTo = DefaultWorld.DedicatedServer),
    };

    [Fact]
    public Task Lives_from_process_to_process() => LiveAsync(startsAnew: true);

    private protected override string[] DeletingCalls(Entry entry) =>
        ["POST /ip/192.0.2.10/32/park", $"POST /ipLoadbalancing/{DefaultWorld.LoadBalancer}/refresh"];

    private protected override void Vanish(Controls world)
        => world.Change(static now => now.Ips.RemoveAll(static ip => ip.Ip == "192.0.2.10/32"));

    private protected override async Task AssertAfterDeleteAsync(Deployment deployment, Entry entry)
    {
        Assert.Null(deployment.World.Read(static world => world.Ips.Find(static ip => ip.Ip == "192.0.2.10/32")!.RoutedTo));
        // The block is still in the account, so it has drifted, but it is not gone.
        Assert.Contains("serviceName", (await entry.RefreshAsync())!.DetailedDiff.Keys);
    }
}
