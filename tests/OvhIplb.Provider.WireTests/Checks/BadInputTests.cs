using OvhIplb.Provider.WireTests.Engine;
using Pulumirpc;

namespace OvhIplb.Provider.WireTests.Checks;

/// <summary>Inputs that cannot be right are told by their paths, all at once and before anything is asked of the API.</summary>
public sealed class BadInputTests(SharedDeployment shared) : IClassFixture<SharedDeployment>
{
    private const string ServiceName = "\"serviceName\": \"loadbalancer-0123456789abcdef\"";

    public static TheoryData<string, string, string> Table => new()
    {
        { "FailoverAttachment", $$"""{ {{ServiceName}}, "ip": "192.0.2.256" }""", "ip: 192.0.2.256" },
        { "FailoverAttachment", $$"""{ {{ServiceName}}, "ip": "www.example.com" }""", "ip: www.example.com" },
        { "FailoverAttachment", $$"""{ {{ServiceName}}, "ip": "198.51.100.1/30" }""", "ip: 198.51.100" },
        { "FailoverAttachment", $$"""{ {{ServiceName}}, "ip": "" }""", "ip: " },
        { "FailoverAttachment", $$"""{ {{ServiceName}}, "ip": 7 }""", "ip: must be a string, not a number; write \"7\", with quotes" },
        { "FailoverAttachment", $$"""{ {{ServiceName}}, "ip": "ip-192.0.2.10" }""", "ip: is the name of its service; write 192.0.2.10" },
        { "FailoverAttachment", $$"""{ {{ServiceName}}, "ip": "192.0.2.10\u00a0" }""", "ip: write 192.0.2.10, without what is around it" },
        { "FailoverAttachment", $$"""{ {{ServiceName}}, "ip": "198.51.100.0/255.255.255.252" }""", "ip: write the length of its prefix" },
        { "FreeCertificate", $$"""{ {{ServiceName}}, "fqdns": ["xn--a.example"] }""", "fqdns[0]: xn-- form" },
        { "FailoverAttachment", $$"""{ {{ServiceName}}, "ip": ["192.0.2.10"] }""", "ip: string" },
        { "FailoverAttachment", $$"""{ {{ServiceName}} }""", "ip: required" },
        { "FailoverAttachment", """{ "ip": "192.0.2.10" }""", "serviceName: required" },
        { "FailoverAttachment", """{ "serviceName": null, "ip": "192.0.2.10" }""", "serviceName: required" },
        { "FailoverAttachment", """{ "serviceName": "", "ip": "192.0.2.10" }""", "serviceName: empty" },
        { "FailoverAttachment", """{ "serviceName": "a/b", "ip": "192.0.2.10" }""", "serviceName: 'a/b'" },
        { "FailoverAttachment", $$"""{ {{ServiceName}}, "ip": "192.0.2.10", "autoRefresh": "yes" }""", "autoRefresh: true or false" },
        { "FailoverAttachment", $$"""{ {{ServiceName}}, "ip": "192.0.2.10", "onDelete": "Park" }""", "onDelete: park" },
        { "FailoverAttachment", $$"""{ {{ServiceName}}, "ip": "192.0.2.10", "onDelte": "park" }""", "onDelte: did you mean 'onDelete'?" },
        { "FailoverAttachment", $$"""{ {{ServiceName}}, "ip": "192.0.2.10", "colour": 1 }""", "colour: known are" },
        { "FailoverAttachment", """{ "ip": "nothing", "autorefresh": true, "onDelete": 3 }""",
            "autorefresh: 'autoRefresh' | ip: nothing | onDelete: string | serviceName: required" },
        { "FreeCertificate", $$"""{ {{ServiceName}}, "fqdns": [] }""", "fqdns: empty" },
        { "FreeCertificate", $$"""{ {{ServiceName}}, "fqdns": "www.example.com" }""", "fqdns: list" },
        { "FreeCertificate", $$"""{ {{ServiceName}}, "fqdns": ["www.example.com", ""] }""", "fqdns[1]: not a domain name" },
        { "FreeCertificate", $$"""{ {{ServiceName}}, "fqdns": ["*.example.com"] }""", "fqdns[0]: wildcard" },
        { "FreeCertificate", $$"""{ {{ServiceName}}, "fqdns": ["192.0.2.10"] }""", "fqdns[0]: IP address" },
        { "FreeCertificate", $$"""{ {{ServiceName}}, "fqdns": ["localhost"] }""", "fqdns[0]: one label" },
        { "FreeCertificate", $$"""{ {{ServiceName}}, "fqdns": ["www.example.com", "WWW.example.com."] }""", "fqdns[1]: fqdns[0]" },
        { "FreeCertificate", $$"""{ {{ServiceName}}, "fqdns": ["bücher.example", "xn--bcher-kva.example"] }""", "fqdns[1]: fqdns[0]" },
        { "FreeCertificate", $$"""{ {{ServiceName}}, "fqdn": ["www.example.com"] }""", "fqdn: 'fqdns' | fqdns: required" },
        { "FreeCertificate", """{ "fqdns": ["*.example.com", "a b", 7], "serviceName": true }""",
            "fqdns[0]: wildcard | fqdns[1]: 'a b' | fqdns[2]: string | serviceName: string" },
        { "Refresh", """{ "triggers": { "release": "1" } }""", "serviceName: required" },
        { "Refresh", $$"""{ {{ServiceName}}, "triggers": ["1"] }""", "triggers: map" },
        {
            "Refresh",
            $$"""{ {{ServiceName}}, "triggers": { "release": 1 } }""",
            "triggers.release: must be a string, not a number; write \"1\", with quotes" },
        { "Refresh", $$"""{ {{ServiceName}}, "triggers": { "release": true } }""", "triggers.release: write \"true\", with quotes" },
        { "Refresh", $$"""{ {{ServiceName}}, "zones": ["gra", ""] }""", "zones[1]: not a zone" },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public async Task Is_told_by_path(string type, string inputs, string expected)
    {
        var check = await shared.Deployment.Entry(type).CheckAsync(Wire.Of(inputs));

        (string Path, string Words)[] wanted = [.. expected.Split(" | ").Select(static one => one.Split(": ", 2))
            .Select(static one => (one[0], one[1]))];
        CheckFailure[] found = [.. check.Failures.OrderBy(static failure => failure.Property, StringComparer.Ordinal)];
        Assert.Equal(wanted.Select(static one => one.Path), found.Select(static failure => failure.Property));
        Assert.All(wanted.Zip(found), static pair => Assert.Contains(pair.First.Words, pair.Second.Reason, StringComparison.Ordinal));
        Assert.Empty(shared.Deployment.World.Calls);
    }
}
