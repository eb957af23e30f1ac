using OvhIplb.Provider.WireTests.Engine;
using OvhSimulator.Worlds;

namespace OvhIplb.Provider.WireTests.Functions;

/// <summary>What is asked of certificates.</summary>
public sealed class CertificateTests
{
    [Theory]
    [InlineData("", new long[] { 5, 6, 7, 8 })]
    [InlineData(""", "type": "built" """, new long[] { 5, 8 })]
    [InlineData(""", "type": "built_not_routed" """, new long[] { 6 })]
    [InlineData(""", "type": "custom" """, new long[] { 7 })]
    [InlineData(""", "name": "WWW.example.com." """, new long[] { 5, 7, 8 })]
    [InlineData(""", "name": "shop.example.com" """, new long[] { 7 })]
    [InlineData(""", "name": "a.shop.example.com" """, new long[] { })]
    [InlineData(""", "expiresWithinDays": 30 """, new long[] { 5, 6 })]
    [InlineData(""", "expiresWithinDays": 0 """, new long[] { 6 })]
    [InlineData(""", "expiresWithinDays": 30, "type": "built" """, new long[] { 5 })]
    public async Task Those_that_pass_every_filter_by_number(string filter, long[] numbers)
    {
        await using var deployment = await StartAsync();
        var answer = await deployment.AskAsync("getCertificates", $$"""{ "serviceName": "{{DefaultWorld.LoadBalancer}}"{{filter}} }""");
        Assert.Equal(
            numbers,
            answer.Fields["certificates"].ListValue.Values.Select(static one => (long)one.StructValue.Fields["certificateId"].NumberValue));
    }

    [Theory]
    [InlineData(""" "certificateId": 6 """, 6)]
    [InlineData(""" "name": "www.example.com" """, 8)]
    [InlineData(""" "name": "astray.example.com" """, 7)]
    public async Task One_by_its_number_or_by_a_name_the_one_that_lives_longest(string which, long number)
    {
        await using var deployment = await StartAsync();
        var answer = await deployment.AskAsync("getCertificate", $$"""{ "serviceName": "{{DefaultWorld.LoadBalancer}}",{{which}}}""");
        Assert.Equal(number, answer.Fields["certificateId"].NumberValue);
        Assert.Equal(
            ["certificateId", "expiresAt", "fingerprint", "names", "subject", "type"],
            answer.Fields.Keys.Where(static name => name != "displayName").Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("", "certificateId: either 'certificateId' or 'name' is to be given, and not both")]
    [InlineData(
        """, "certificateId": 5, "name": "www.example.com" """,
        "certificateId: either 'certificateId' or 'name' is to be given, and not both")]
    [InlineData(""", "certificateId": 9 """, $"certificateId: there is no certificate 9 on {DefaultWorld.LoadBalancer}.")]
    [InlineData(
        """, "name": "other.example.com" """,
        $"name: no certificate on {DefaultWorld.LoadBalancer} holds other.example.com; it has certificates for *.example.com,")]
    [InlineData(""", "name": "*.example.com" """, "name: '*.example.com' is a wildcard")]
    public async Task There_being_none_is_a_failure_of_the_argument(string which, string reason)
    {
        await using var deployment = await StartAsync();
        if (reason.Contains("other.example.com", StringComparison.Ordinal))
        {
            // The wildcard would hold it.
            deployment.World.Change(static world => world.LoadBalancers[0].Certificates.RemoveAll(static one => one.Id == 7));
            reason = reason.Replace("*.example.com,", "astray.example.com,", StringComparison.Ordinal);
        }

        var refusal = Assert.Single(
            await deployment.RefusalsAsync("getCertificate", $$"""{ "serviceName": "{{DefaultWorld.LoadBalancer}}"{{which}} }"""));
        Assert.StartsWith(reason, refusal, StringComparison.Ordinal);
    }

    /// <summary>5 and 8 are routed, 6 is not and has expired, 7 is somebody's own wildcard.</summary>
    private static async Task<Deployment> StartAsync()
    {
        var deployment = await Deployment.StartAsync();
        deployment.World.SetDns("www.example.com", ["203.0.113.10"]);
        deployment.World.SetDns("astray.example.com", ["192.0.2.200"]);
        deployment.World.Change(static world => world.LoadBalancers[0].Certificates.AddRange(
        [
            Of(world, 8, "www.example.com", days: 60),
            Of(world, 5, "www.example.com", days: 20),
            Of(world, 6, "astray.example.com", days: -1),
            Of(world, 7, "*.example.com", days: 50, isOrdered: false),
        ]));
        return deployment;
    }

    private static OvhSimulator.Certificates.Certificate Of(World world, long id, string name, int days, bool isOrdered = true) => new()
    {
        Id = id,
        IsOrdered = isOrdered,
        Fingerprint = $"00:0{id}",
        Serial = $"{id}",
        Subject = $"/CN={name}",
        San = [name],
        ExpireDate = world.Now.AddDays(days),
    };
}
