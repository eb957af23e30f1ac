using Google.Protobuf.WellKnownTypes;
using OvhIplb.Provider.WireTests.Engine;
using OvhSimulator.Control;
using OvhSimulator.Worlds;

namespace OvhIplb.Provider.WireTests.Ownership;

/// <summary>Three objects of one kind, and what tells whether they were taken away.</summary>
/// <param name="Type">The resource that declares them.</param>
/// <param name="InputsJson">The inputs of each.</param>
/// <param name="Removing">What <c>onDelete</c> is where an object is to go.</param>
internal sealed record Declared(string Type, string[] InputsJson, string Removing)
{
    public const string Attachment = "FailoverAttachment";

    public const string Certificate = "FreeCertificate";

    public const string Own = "CustomCertificate";

    public static IReadOnlyDictionary<string, Declared> All { get; } = new Dictionary<string, Declared>
    {
        [Attachment] = new(Attachment, [Ip("192.0.2.10"), Ip("192.0.2.11"), Ip("192.0.2.12")], "park"),
        [Certificate] = new(Certificate, [Names("example.com"), Names("www.example.com"), Names("api.example.com")], "delete"),
        [Own] = new(Own, [Wire.Own(OwnCertificate.Sample), Wire.Own(OwnCertificate.Issue()), Wire.Own(OwnCertificate.Issue())], "delete"),
    };

    public Struct Inputs => Of(0);

    public Struct Of(int number) => Wire.Of(InputsJson[number]);

    /// <summary>How many of the three are on the load balancer.</summary>
    public int Present(Controls world) => world.Read(now => Type == Attachment
        ? now.Ips.Count(static ip => ip.Type != "loadBalancing" && ip.RoutedTo == DefaultWorld.LoadBalancer)
        : now.LoadBalancers[0].Certificates.Count);

    /// <summary>
    /// Nothing was moved, parked, ordered or deleted. Whether an object that was found is live already is not known, so a refresh
    /// there may have been.
    /// </summary>
    public static void AssertUntouched(Deployment deployment) =>
        Assert.All(deployment.World.Writes, static call => Assert.EndsWith("/refresh", call.Path, StringComparison.Ordinal));

    public async Task<Deployment> StartAsync(bool startsAnew)
    {
        var deployment = await Deployment.StartAsync(startsAnew: startsAnew);
        foreach (var name in (string[])["example.com", "www.example.com", "api.example.com"])
        {
            deployment.World.SetDns(name, ["203.0.113.10"]);
        }

        return deployment;
    }

    /// <summary>
    /// An entry whose object was made by it in an earlier command. The next one has begun, and nothing has been called yet.
    /// </summary>
    public async Task<Entry> CreatedAsync(Deployment deployment, string name = "one", int number = 0)
    {
        var entry = deployment.Entry(Type, name);
        await entry.CreateAsync(Of(number));
        Assert.Equal("created", entry.State.Text("origin"));
        await deployment.NextCommandAsync();
        deployment.World.ClearCalls();
        deployment.Log.Clear();
        return entry;
    }

    private static string Ip(string ip) => $$"""{ "serviceName": "{{DefaultWorld.LoadBalancer}}", "ip": "{{ip}}" }""";

    private static string Names(string name) => $$"""{ "serviceName": "{{DefaultWorld.LoadBalancer}}", "fqdns": ["{{name}}"] }""";
}
