using Google.Protobuf.WellKnownTypes;
using OvhIplb.Provider.WireTests.Engine;
using OvhSimulator.LoadBalancers;
using OvhSimulator.Worlds;

namespace OvhIplb.Provider.WireTests.Reliability;

/// <summary>A resource that the matrix is about.</summary>
/// <param name="Type">The resource.</param>
/// <param name="InputsJson">Its inputs.</param>
/// <param name="Operations">What is done with it.</param>
internal sealed record Subject(string Type, string InputsJson, params Operation[] Operations)
{
    /// <summary>What the world has for it to find.</summary>
    public Action<World> Arrange { get; init; } = static _ => { };

    /// <summary>What somebody else does to it before it is read and updated.</summary>
    public Action<World> Disturb { get; init; } = static _ => { };

    /// <summary>The inputs it is updated with, where they are others.</summary>
    public string? ChangedInputsJson { get; init; }

    public static IReadOnlyList<Subject> All { get; } =
    [
        new("FailoverAttachment", $$"""{ "serviceName": "{{DefaultWorld.LoadBalancer}}", "ip": "192.0.2.10" }""",
            Operation.Create, Operation.Read, Operation.Update, Operation.Delete)
        {
            Disturb = static world => world.Ips.Find(static ip => ip.Ip == "192.0.2.10/32")!.RoutedTo = null,
        },
        new("Refresh", $$"""{ "serviceName": "{{DefaultWorld.LoadBalancer}}", "triggers": { "release": "1" } }""",
            Operation.Create, Operation.Read, Operation.Update)
        {
            Arrange = RaisePendingChanges,
            Disturb = RaisePendingChanges,
            ChangedInputsJson = $$"""{ "serviceName": "{{DefaultWorld.LoadBalancer}}", "triggers": { "release": "2" } }""",
        },
        new("FreeCertificate", $$"""{ "serviceName": "{{DefaultWorld.LoadBalancer}}", "fqdns": ["www.example.com"] }""",
            Operation.Create, Operation.Read, Operation.Delete)
        {
            Arrange = PointNames,
        },
        new("FreeCertificate", $$"""{ "serviceName": "{{DefaultWorld.LoadBalancer}}", "fqdns": ["www.example.com"] }""", Operation.Update)
        {
            Arrange = PointNames,

            // It was not renewed in time, so another has to be ordered.
            Disturb = static world => Balancer(world).Certificates
                .ForEach(certificate => (certificate.ExpireDate, certificate.Due) = (world.Now.AddYears(-1), null)),
        },
        new("CustomCertificate", Wire.Own(OwnCertificate.Sample), Operation.Create, Operation.Read, Operation.Update, Operation.Delete)
        {
            ChangedInputsJson = Wire.Own(OwnCertificate.Sample, """, "displayName": "web" """),
        },
    ];

    public Struct Inputs => Wire.Of(InputsJson);

    public Struct ChangedInputs => Wire.Of(ChangedInputsJson ?? InputsJson);

    private static LoadBalancer Balancer(World world)
        => world.LoadBalancers.Find(static balancer => balancer.ServiceName == DefaultWorld.LoadBalancer)!;

    private static void PointNames(World world) => world.Dns.Set("www.example.com", [Balancer(world).Ipv4], []);

    private static void RaisePendingChanges(World world) => Balancer(world).Zones.ForEach(static zone => zone.PendingChanges++);
}
