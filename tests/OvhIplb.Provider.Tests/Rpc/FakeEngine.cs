using System.Collections.Concurrent;
using System.Net;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Pulumirpc;

namespace OvhIplb.Provider.Tests.Rpc;

/// <summary>An engine that keeps what plugins tell it.</summary>
internal sealed class FakeEngine : Engine.EngineBase, IAsyncDisposable
{
    private WebApplication? _application;

    public ConcurrentQueue<LogRequest> Lines { get; } = [];

    public string Address => new Uri(_application!.Urls.Single()).Authority;

    public static async Task<FakeEngine> StartAsync()
    {
        var engine = new FakeEngine();
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(static options =>
            options.Listen(IPAddress.Loopback, 0, static listen => listen.Protocols = HttpProtocols.Http2));
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton(engine);
        builder.Services.AddGrpc();
        engine._application = builder.Build();
        engine._application.MapGrpcService<FakeEngine>();
        await engine._application.StartAsync();
        return engine;
    }

    /// <summary>Set, it keeps every line waiting for its answer.</summary>
    public TaskCompletionSource? Hold { get; set; }

    /// <summary>Done with the first line.</summary>
    public TaskCompletionSource Received { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public override async Task<Empty> Log(LogRequest request, ServerCallContext context)
    {
        Lines.Enqueue(request);
        Received.TrySetResult();
        await (Hold?.Task ?? Task.CompletedTask);
        return new();
    }

    public async ValueTask DisposeAsync() => await _application!.DisposeAsync();
}
