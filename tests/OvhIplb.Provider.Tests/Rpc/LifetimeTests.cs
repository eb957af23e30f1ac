using System.Globalization;
using Grpc.Core;
using OvhIplb.Provider.Framework.Resources;
using OvhIplb.Provider.Framework.Schema;
using Pulumirpc;

namespace OvhIplb.Provider.Tests.Rpc;

public sealed class LifetimeTests
{
    private const string Urn = "urn:pulumi:dev::project::fake:index:Thing::web";

    [Fact]
    public async Task Standard_output_is_the_port_and_nothing_else()
    {
        await using var plugin = await PluginFixture.StartAsync();
        await plugin.Client.GetPluginInfoAsync(new(), cancellationToken: Token);

        Assert.EndsWith("\n", plugin.Output, StringComparison.Ordinal);
        Assert.InRange(int.Parse(plugin.Output, CultureInfo.InvariantCulture), 1, 65535);
    }

    [Fact]
    public async Task Handshake_and_plugin_info_say_what_the_plugin_can()
    {
        await using var plugin = await PluginFixture.StartAsync();

        Assert.Equal(
            new() { AcceptSecrets = true, AcceptResources = true },
            await plugin.Client.HandshakeAsync(new() { EngineAddress = plugin.Engine.Address }, cancellationToken: Token));
        Assert.Equal("1.2.3", (await plugin.Client.GetPluginInfoAsync(new(), cancellationToken: Token)).Version);
    }

    [Fact]
    public async Task What_the_plugin_does_not_have_is_unimplemented()
    {
        await using var plugin = await PluginFixture.StartAsync();

        var failure = await Assert.ThrowsAsync<RpcException>(async () =>
            await plugin.Client.ConstructAsync(new(), cancellationToken: Token));

        Assert.Equal(StatusCode.Unimplemented, failure.StatusCode);
    }

    [Fact]
    public async Task Cancel_stops_what_runs_and_what_comes_until_the_next_configure()
    {
        await using var plugin = await PluginFixture.StartAsync();
        var running = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        plugin.Package.Thing.OnCreate = async (_, token) =>
        {
            running.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token);
            throw new InvalidOperationException();
        };
        var create = plugin.Client.CreateAsync(new() { Urn = Urn }, cancellationToken: Token);
        await running.Task.WaitAsync(Token);

        await plugin.Client.CancelAsync(new(), cancellationToken: Token);

        Assert.Equal(StatusCode.Cancelled, (await Assert.ThrowsAsync<RpcException>(async () => await create)).StatusCode);
        var cancelled = new List<bool>();
        plugin.Package.Thing.OnCreate = (_, token) =>
        {
            cancelled.Add(token.IsCancellationRequested);
            return Task.FromResult(new ResourceState("id", PropertyBag.Empty));
        };
        await plugin.Client.CreateAsync(new() { Urn = Urn }, cancellationToken: Token);
        await plugin.Client.ConfigureAsync(new() { Args = new() }, cancellationToken: Token);
        await plugin.Client.CreateAsync(new() { Urn = Urn }, cancellationToken: Token);
        Assert.Equal([true, false], cancelled);
    }

    [Fact]
    public async Task The_server_ends_although_an_operation_will_not()
    {
        var plugin = await PluginFixture.StartAsync();
        var running = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var never = new TaskCompletionSource<ResourceState>();
        plugin.Package.Thing.OnCreate = (_, _) =>
        {
            running.SetResult();
            return never.Task;
        };
        using var create = plugin.Client.CreateAsync(new() { Urn = Urn }, cancellationToken: Token);
        await running.Task.WaitAsync(Token);

        await plugin.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(10), TimeProvider.System, Token);

        Assert.False(never.Task.IsCompleted);
    }

    [Fact]
    public async Task Lines_of_an_operation_reach_the_engine_in_order_before_its_answer()
    {
        await using var plugin = await PluginFixture.StartAsync();
        plugin.Package.Thing.OnCreate = static (context, _) =>
        {
            for (var step = 0; step < 50; step++)
            {
                context.Log.Status($"step {step}");
            }

            context.Log.Info("done");
            context.Log.Warning("careful");
            return Task.FromResult(new ResourceState("id", PropertyBag.Empty));
        };

        await plugin.Client.CreateAsync(new() { Urn = Urn }, cancellationToken: Token);

        Assert.Equal(
            [.. Enumerable.Range(0, 50).Select(static step => $"step {step}"), "done", "careful"],
            plugin.Engine.Lines.Select(static line => line.Message));
        Assert.All(plugin.Engine.Lines, static line => Assert.Equal(Urn, line.Urn));
        Assert.Equal(
            [(LogSeverity.Info, true), (LogSeverity.Info, false), (LogSeverity.Warning, false)],
            plugin.Engine.Lines.TakeLast(3).Select(static line => (line.Severity, line.Ephemeral)));
    }

    [Fact]
    public async Task An_engine_that_attaches_gets_the_lines_and_one_that_is_gone_does_no_harm()
    {
        await using var plugin = await PluginFixture.StartAsync();
        plugin.Package.Thing.OnCreate = static (context, _) =>
        {
            context.Log.Info("hello");
            return Task.FromResult(new ResourceState("id", PropertyBag.Empty));
        };
        await using var other = await FakeEngine.StartAsync();

        await plugin.Client.AttachAsync(new() { Address = other.Address }, cancellationToken: Token);
        await plugin.Client.CreateAsync(new() { Urn = Urn }, cancellationToken: Token);

        Assert.Equal("hello", Assert.Single(other.Lines).Message);
        Assert.Empty(plugin.Engine.Lines);
        await plugin.Client.AttachAsync(new() { Address = "127.0.0.1:1" }, cancellationToken: Token);
        Assert.Equal("id", (await plugin.Client.CreateAsync(new() { Urn = Urn }, cancellationToken: Token)).Id);
    }

    [Fact]
    public async Task Messages_far_beyond_grpc_s_usual_limit_pass()
    {
        await using var plugin = await PluginFixture.StartAsync();
        var inputs = new Google.Protobuf.WellKnownTypes.Struct
        {
            Fields = { ["password"] = Google.Protobuf.WellKnownTypes.Value.ForString(new string('x', 40_000_000)) },
        };

        var answer = await plugin.Client.CreateAsync(new() { Urn = Urn, Properties = inputs }, cancellationToken: Token);

        Assert.True(answer.CalculateSize() > 40_000_000);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;
}
