using System.Diagnostics;
using System.Text.Json.Nodes;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using OvhIplb.Provider.WireTests.Engine;
using OvhSimulator.Worlds;
using Pulumirpc;

namespace OvhIplb.Provider.WireTests.Plugin;

/// <summary>How the plugin begins and ends.</summary>
public sealed class ProcessTests
{
    // The engine grants a plugin a second; the rest is for a machine that is busy with other tests.
    private static readonly TimeSpan Prompt = TimeSpan.FromSeconds(4);

    [Fact]
    public async Task Writes_its_port_and_nothing_else_and_ends_at_an_interrupt()
    {
        await using var engine = await EngineServer.StartAsync();
        await using var plugin = await PluginProcess.StartAsync("--logtostderr", "-v=9", "--tracing", "http://127.0.0.1:1", engine.Address);
        Assert.Equal("0.1.0", (await plugin.Client.GetPluginInfoAsync(new Empty())).Version);

        var start = Stopwatch.GetTimestamp();
        (var exitCode, var output) = await plugin.InterruptAsync();
        Assert.Equal(0, exitCode);
        Assert.Empty(output);
        Assert.Empty(plugin.Errors.Trim());
        Assert.InRange(Stopwatch.GetElapsedTime(start), TimeSpan.Zero, Prompt);
    }

    [Fact]
    public async Task Ends_at_an_interrupt_in_the_middle_of_a_create()
    {
        await using var deployment = await Deployment.StartAsync(TimeSpan.FromHours(1));
        var create = deployment.Entry("FailoverAttachment")
            .CreateAsync(Wire.Of($$"""{ "serviceName": "{{DefaultWorld.LoadBalancer}}", "ip": "192.0.2.10" }"""));
        await deployment.Log.LineAsync("moving 192.0.2.10/32");

        var start = Stopwatch.GetTimestamp();
        (var exitCode, var output) = await deployment.Plugin.InterruptAsync();
        Assert.Equal(0, exitCode);
        Assert.Empty(output);
        Assert.InRange(Stopwatch.GetElapsedTime(start), TimeSpan.Zero, Prompt);
        // Answered with what is known, or cut off; never left hanging.
        await create.ContinueWith(static _ => { }, TaskScheduler.Default).WaitAsync(Prompt);
    }

    [Fact]
    public async Task Ends_when_the_engine_that_started_it_is_gone()
    {
        var engine = await EngineServer.StartAsync();
        await using var plugin = await PluginProcess.StartAsync(engine.Address);
        await plugin.Client.GetPluginInfoAsync(new Empty());
        await engine.DisposeAsync();
        (var exitCode, var output) = await plugin.EndAsync();
        Assert.Equal(0, exitCode);
        Assert.Empty(output);
    }

    [Fact]
    public async Task Talks_to_the_engine_that_attaches()
    {
        await using var deployment = await Deployment.StartAsync();
        await using var other = await EngineServer.StartAsync();
        await deployment.Provider.AttachAsync(new PluginAttach { Address = other.Address });
        await deployment.Entry("FailoverAttachment")
            .PreviewCreateAsync(Wire.Of($$"""{ "serviceName": "{{DefaultWorld.LoadBalancer}}", "ip": "192.0.2.12" }"""));
        var line = await other.Log.LineAsync(DefaultWorld.DedicatedServer);
        Assert.Equal(LogSeverity.Warning, line.Severity);
        Assert.Equal("urn:pulumi:dev::wire::ovh-iplb:index:FailoverAttachment::one", line.Urn);
        Assert.Empty(deployment.Log.Lines);
    }

    [Fact]
    public async Task Has_the_schema_that_the_sdk_is_made_from()
    {
        await using var plugin = await PluginProcess.StartAsync();
        var schema = (await plugin.Client.GetSchemaAsync(new GetSchemaRequest())).Schema;
        var committed = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "sdk", "schema.json"));
        Assert.True(
            JsonNode.DeepEquals(JsonNode.Parse(committed), JsonNode.Parse(schema)),
            "sdk/schema.json is not what the plugin answers");
    }

    [Fact]
    public async Task What_it_does_not_have_is_unimplemented()
    {
        await using var engine = await EngineServer.StartAsync();
        await using var plugin = await PluginProcess.StartAsync(engine.Address);
        var client = plugin.Client;
        Func<Task>[] calls =
        [
            async () => await client.ParameterizeAsync(new ParameterizeRequest()),
            async () => await client.CallAsync(new CallRequest()),
            async () => await client.ConstructAsync(new ConstructRequest()),
            async () => await client.GetMappingAsync(new GetMappingRequest()),
            async () => await client.GetMappingsAsync(new GetMappingsRequest()),
            async () => await client.List(new ListRequest()).ResponseStream.MoveNext(CancellationToken.None),
        ];
        foreach (var call in calls)
        {
            Assert.Equal(StatusCode.Unimplemented, (await Assert.ThrowsAsync<RpcException>(call)).StatusCode);
        }
    }
}
