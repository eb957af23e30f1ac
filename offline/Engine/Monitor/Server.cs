using System.Net;
using Engine.Plugins;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;

namespace Engine.Monitor;

/// <summary>The engine's gRPC server on this machine, without TLS, on a port of its own choice.</summary>
internal sealed class Server : IAsyncDisposable
{
    private readonly WebApplication _application;

    private Server(WebApplication application, string address)
    {
        _application = application;
        Address = address;
    }

    /// <summary>Host and port.</summary>
    public string Address { get; }

    /// <param name="monitor">The monitor; null where no program is run.</param>
    public static async Task<Server> StartAsync(EngineService engine, MonitorService? monitor)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(options =>
        {
            options.Limits.MaxRequestBodySize = null;
            options.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2);
        });
        builder.Services.AddRoutingCore();
        builder.Services.AddGrpc(options =>
        {
            options.MaxReceiveMessageSize = Channel.MaximumMessage;
            options.MaxSendMessageSize = Channel.MaximumMessage;
        });
        builder.Services.AddSingleton(engine);
        if (monitor is not null)
        {
            builder.Services.AddSingleton(monitor);
        }

        var application = builder.Build();
        application.MapGrpcService<EngineService>();
        if (monitor is not null)
        {
            application.MapGrpcService<MonitorService>();
        }

        await application.StartAsync();
        return new Server(application, new Uri(application.Urls.Single()).Authority);
    }

    public async ValueTask DisposeAsync()
    {
        // Held calls are not waited for: their callers are gone or about to be.
        using var now = new CancellationTokenSource();
        await now.CancelAsync();
        await _application.StopAsync(now.Token);
        await _application.DisposeAsync();
    }
}
