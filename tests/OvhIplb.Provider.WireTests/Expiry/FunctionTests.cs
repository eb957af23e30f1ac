using System.Text.Json.Nodes;
using OvhIplb.Provider.WireTests.Functions;
using OvhSimulator.Worlds;
using Pulumirpc;

namespace OvhIplb.Provider.WireTests.Expiry;

/// <summary>What is asked of an expired service is answered with what to do.</summary>
public sealed class FunctionTests
{
    private const string Prefix = "ovh-iplb:index:";

    /// <summary>The arguments of those that need more than the load balancer.</summary>
    private static readonly Dictionary<string, string> Arguments = new()
    {
        ["getCertificate"] = $$"""{ "serviceName": "{{DefaultWorld.LoadBalancer}}", "name": "www.example.com" }""",
        ["getFirewallRules"] = $$"""{ "serviceName": "{{DefaultWorld.LoadBalancer}}", "ports": ["443"] }""",
        ["getMoveDestinations"] = """{ "ip": "192.0.2.10" }""",
    };

    [Fact]
    public async Task Every_function_says_what_to_do()
    {
        await using var deployment = await Expired.StartAsync();
        deployment.Expire();
        deployment.Expire("192.0.2.10/32");
        var schema = (await deployment.Provider.GetSchemaAsync(new GetSchemaRequest())).Schema;
        string[] functions = [.. JsonNode.Parse(schema)!["functions"]!.AsObject().Select(static function => function.Key[Prefix.Length..])];
        Assert.NotEmpty(functions);
        foreach (var function in functions)
        {
            var refusal = Assert.Single(await deployment.RefusalsAsync(function, Arguments.GetValueOrDefault(function, Answers.OfDefault)));
            Expired.RequireAdvice(refusal);
        }
    }
}
