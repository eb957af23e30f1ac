using OvhIplb.Provider.WireTests.Engine;
using OvhSimulator.Control;
using OvhSimulator.Worlds;

namespace OvhIplb.Provider.WireTests.Lifecycle;

public sealed class FreeCertificateTests : LifecycleTests
{
    protected override string Type => "FreeCertificate";

    protected override string Inputs =>
        $$"""{ "serviceName": "{{DefaultWorld.LoadBalancer}}", "fqdns": ["WWW.example.com", "example.com."] }""";

    protected override string ChangedInputs =>
        $$"""{ "serviceName": "{{DefaultWorld.LoadBalancer}}", "fqdns": ["example.com", "www.example.com"], "onDelete": "delete" }""";

    protected override string ChangedPath => "onDelete";

    protected override string AllInputs =>
        $$"""{ "serviceName": "{{DefaultWorld.LoadBalancer}}", "fqdns": ["WWW.example.com", "example.com."], "autoRefresh": true, "onDelete": "delete", "waitForDns": true }""";

    protected override string OtherInputs =>
        $$"""{ "serviceName": "{{DefaultWorld.OverseasLoadBalancer}}", "fqdns": ["www.example.com"], "autoRefresh": false, "onDelete": "retain", "waitForDns": false }""";

    protected override string Id => $"{DefaultWorld.LoadBalancer}/example.com,www.example.com";

    protected override string[] WrongIds =>
        [$"{DefaultWorld.LoadBalancer}", $"{DefaultWorld.LoadBalancer}/", "/example.com", "../5", $"{DefaultWorld.LoadBalancer}/*.example.com", "a/b/c"];

    private protected override string[] DeletingCalls(Entry entry) =>
        [$"DELETE /ipLoadbalancing/{DefaultWorld.LoadBalancer}/ssl/{entry.State.Fields["certificateId"].NumberValue}", $"POST /ipLoadbalancing/{DefaultWorld.LoadBalancer}/refresh"];

    private protected override void Arrange(Controls world)
    {
        world.SetDns("example.com", ["203.0.113.10"]);
        world.SetDns("www.example.com", ["203.0.113.10"], ["2001:db8::10"]);
    }

    private protected override void Vanish(Controls world) => world.Change(static now => now.LoadBalancers[0].Certificates.Clear());

    private protected override async Task AssertAfterDeleteAsync(Deployment deployment, Entry entry)
    {
        Assert.Empty(deployment.World.Read(static world => world.LoadBalancers[0].Certificates));
        Assert.Null(await entry.RefreshAsync());
    }
}
