using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;

namespace OvhIplb.Provider.WireTests.Engine;

/// <summary>The address a plugin is started with, and the service behind it.</summary>
internal sealed class EngineServer : IAsyncDisposable
{
    private readonly WebApplication _application;

    private EngineServer(WebApplication application, LogBook log)
    {
        _application = application;
        Log = log;
        Address = new Uri(
            application.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Single())
            .Authority;
    }

    /// <summary>Host and port.</summary>
    public string Address { get; }

    public LogBook Log { get; }

    public static async Task<EngineServer> StartAsync()
    {
        var log = new LogBook();
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(static options =>
            options.Listen(IPAddress.Loopback, 0, static listen => listen.Protocols = HttpProtocols.Http2));
        builder.Services.AddRoutingCore();
        builder.Services.AddGrpc();
        builder.Services.AddSingleton(new EngineService(log));
        var application = builder.Build();
        application.UseRouting();
        application.MapGrpcService<EngineService>();
        await application.StartAsync();
        return new EngineServer(application, log);
    }

    public async ValueTask DisposeAsync()
    {
        await _application.StopAsync();
        await _application.DisposeAsync();
    }
}
