using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using OvhIplb.Provider.WireTests.Engine;
using OvhSimulator.Control;
using OvhSimulator.Worlds;
using Pulumirpc;

namespace OvhIplb.Provider.WireTests.Provider;

/// <summary>Functions, and what there is not.</summary>
public sealed class InvokeTests(SharedDeployment shared) : IClassFixture<SharedDeployment>
{
    private const string GetNatIps = "ovh-iplb:index:getNatIps";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Looks_up_the_source_addresses(bool preview)
    {
        var answer = await InvokeAsync(GetNatIps, $$"""{ "serviceName": "{{DefaultWorld.LoadBalancer}}" }""", preview);
        Assert.Empty(answer.Failures);
        Assert.Equal(
            Wire.Of("""
                {
                  "cidrs": ["203.0.113.64/27", "203.0.113.96/27"],
                  "zones": [
                    { "zone": "gra", "ips": ["203.0.113.64/27"] },
                    { "zone": "rbx", "ips": ["203.0.113.96/27"] }
                  ]
                }
                """),
            answer.Return);
        Assert.Empty(shared.Deployment.World.Writes);
    }

    [Fact]
    public async Task Arguments_are_checked()
    {
        var answer = await InvokeAsync(GetNatIps, """{ "servicename": "x" }""");
        Assert.Contains(
            answer.Failures,
            static failure => failure.Property == "serviceName" && failure.Reason.Contains("required", StringComparison.Ordinal));
        Assert.Contains(
            answer.Failures, static failure => failure.Property == "servicename"
                && failure.Reason.Contains("'serviceName'", StringComparison.Ordinal));
    }

    /// <summary>In YAML, and where a program leaves types open, a port is a number.</summary>
    [Fact]
    public async Task Numbers_where_strings_belong_are_refused_with_what_to_write()
    {
        var answer = await InvokeAsync(
            "ovh-iplb:index:getFirewallRules", $$"""{ "serviceName": "{{DefaultWorld.LoadBalancer}}", "ports": [80, "443"] }""");
        var failure = Assert.Single(answer.Failures);
        Assert.Equal(("ports[0]", "must be a string, not a number; write \"80\", with quotes"), (failure.Property, failure.Reason));
    }

    [Fact]
    public async Task An_address_within_a_block_is_refused_with_the_block()
    {
        var answer = await InvokeAsync("ovh-iplb:index:getMoveDestinations", """{ "ip": "198.51.100.2" }""");
        var failure = Assert.Single(answer.Failures);
        Assert.Equal("ip", failure.Property);
        Assert.StartsWith("198.51.100.2/32 belongs to the block 198.51.100.0/30 of this account", failure.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_api_does_not_know_is_told_with_its_query_id()
    {
        var answer = await InvokeAsync(GetNatIps, """{ "serviceName": "loadbalancer-nowhere" }""");
        var failure = Assert.Single(answer.Failures);
        Assert.Equal("serviceName", failure.Property);
        Assert.StartsWith("GET /ipLoadbalancing/loadbalancer-nowhere/natIp was refused: ", failure.Reason, StringComparison.Ordinal);
        Assert.Contains("HTTP 404", failure.Reason, StringComparison.Ordinal);
        Assert.Contains(shared.Deployment.World.Calls[^1].QueryId, failure.Reason, StringComparison.Ordinal);
    }

    /// <summary>A gRPC error would reach a program in C# inside the text of a status, after the words of two layers.</summary>
    [Theory]
    [InlineData(403, "was refused")]
    [InlineData(500, "failed")]
    public async Task What_the_api_refuses_is_a_failure_that_no_argument_is_blamed_for(int status, string outcome)
    {
        await using var deployment = await Deployment.StartAsync();
        deployment.World.Inject(new Fault
        {
            Path = $"/ipLoadbalancing/{DefaultWorld.LoadBalancer}/natIp",
            Count = 100,
            Status = status,
            Body = """{ "message": "not now" }""",
        });
        var answer = await deployment.Provider.InvokeAsync(
            new InvokeRequest { Tok = GetNatIps, Args = Wire.Of($$"""{ "serviceName": "{{DefaultWorld.LoadBalancer}}" }""") });
        var failure = Assert.Single(answer.Failures);
        Assert.Equal("", failure.Property);
        Assert.Contains($"{outcome}: not now", failure.Reason, StringComparison.Ordinal);
        Assert.Null(answer.Return);
    }

    [Fact]
    public async Task Unknown_functions_and_resources_are_told_with_those_there_are()
    {
        var function = await Assert.ThrowsAsync<RpcException>(() => InvokeAsync("ovh-iplb:index:getNothing", "{}"));
        Assert.Equal(StatusCode.NotFound, function.StatusCode);
        Assert.Contains(GetNatIps, function.Status.Detail, StringComparison.Ordinal);

        var resource = await Assert.ThrowsAsync<RpcException>(() => shared.Deployment.Entry("Nothing").CheckAsync(new Struct()));
        Assert.Equal(StatusCode.NotFound, resource.StatusCode);
        Assert.Contains("ovh-iplb:index:FailoverAttachment", resource.Status.Detail, StringComparison.Ordinal);
    }

    private async Task<InvokeResponse> InvokeAsync(string token, string arguments, bool preview = false) =>
        await shared.Deployment.Provider.InvokeAsync(new InvokeRequest { Tok = token, Args = Wire.Of(arguments), Preview = preview });
}
