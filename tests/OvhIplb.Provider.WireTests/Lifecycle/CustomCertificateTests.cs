using OvhIplb.Provider.WireTests.Engine;
using OvhSimulator.Control;
using OvhSimulator.Worlds;

namespace OvhIplb.Provider.WireTests.Lifecycle;

public sealed class CustomCertificateTests : LifecycleTests
{
    private static readonly OwnCertificate Other = OwnCertificate.Issue();

    protected override string Type => "CustomCertificate";

    protected override string Inputs => Wire.Own(OwnCertificate.Sample);

    protected override string ChangedInputs => Wire.Own(OwnCertificate.Sample, """, "displayName": "web" """);

    protected override string ChangedPath => "displayName";

    protected override string AllInputs => Wire.Own(
        OwnCertificate.Sample, $$""", "chain": {{Wire.Quoted(OwnCertificate.Sample.Chain)}}, "displayName": "web", "autoRefresh": true, "onDelete": "delete" """);

    protected override string OtherInputs => Wire.Own(
        Other,
        $$""", "chain": {{Wire.Quoted(Other.Chain)}}, "displayName": "api", "autoRefresh": false, "onDelete": "retain" """,
        DefaultWorld.OverseasLoadBalancer);

    /// <summary>With the number that the simulator gives the first certificate of a world.</summary>
    protected override string Id => $"{DefaultWorld.LoadBalancer}/242562";

    protected override string[] WrongIds =>
        [$"{DefaultWorld.LoadBalancer}", $"{DefaultWorld.LoadBalancer}/", "/5", "../5", $"{DefaultWorld.LoadBalancer}/www.example.com", "a/b/c"];

    private protected override IReadOnlyDictionary<string, Action<Controls>> Drifts { get; } = new Dictionary<string, Action<Controls>>
    {
        ["displayName"] = static world => world.Change(
            static now => now.LoadBalancers[0].Certificates.ForEach(static certificate => certificate.DisplayName = "renamed")),
    };

    [Fact]
    public Task Lives_from_process_to_process() => LiveAsync(startsAnew: true);

    private protected override string[] DeletingCalls(Entry entry) =>
        [$"DELETE /ipLoadbalancing/{DefaultWorld.LoadBalancer}/ssl/{entry.State.Fields["certificateId"].NumberValue}", $"POST /ipLoadbalancing/{DefaultWorld.LoadBalancer}/refresh"];

    private protected override void Vanish(Controls world) => world.Change(static now => now.LoadBalancers[0].Certificates.Clear());

    private protected override async Task AssertAfterDeleteAsync(Deployment deployment, Entry entry)
    {
        Assert.Empty(deployment.World.Read(static world => world.LoadBalancers[0].Certificates));
        Assert.Null(await entry.RefreshAsync());
    }
}
