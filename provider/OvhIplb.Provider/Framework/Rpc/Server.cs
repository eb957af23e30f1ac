using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OvhIplb.Provider.Framework.Resources;

namespace OvhIplb.Provider.Framework.Rpc;

/// <summary>The plugin as a process: serves a package to one engine on loopback until it is told to end.</summary>
public static class Server
{
    /// <summary>Pulumi's own limit, 400 MiB.</summary>
    public const int MaximumMessageBytes = 400 * 1024 * 1024;

    // In-flight calls are cancelled first; an engine gives up on a plugin that lingers.
    private static readonly TimeSpan ShutdownTimeout = TimeSpan.FromMilliseconds(500);

    /// <summary>
    /// Serves until SIGINT, SIGTERM, the token, or the end of the engine that started it ends it. The first line on the output is the TCP
    /// port, and nothing follows.
    /// </summary>
    /// <param name="package">What is served.</param>
    /// <param name="engineAddress">Where the engine listens, host:port; null where an engine attaches later.</param>
    /// <param name="output">The process's standard output.</param>
    /// <param name="time">The clock of everything in the rpc layer that waits.</param>
    /// <param name="cancellationToken">Ends the server.</param>
    public static async Task RunAsync(
        IPackage package, string? engineAddress, TextWriter output, TimeProvider time, CancellationToken cancellationToken = default)
    {
        using var engine = new EngineConnection();
        engine.Connect(engineAddress);
        await using var log = new EngineLog(engine, time);
        using var operations = new RunningOperations();
        await using var application = Build(new ProviderService(package, engine, log, operations));
        using var stopping = application.Lifetime.ApplicationStopping.Register(operations.Cancel);

        await application.StartAsync(cancellationToken);
        await output.WriteAsync($"{Port(application).ToString(CultureInfo.InvariantCulture)}\n");
        await output.FlushAsync(cancellationToken);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var watch = WatchAsync(application, engineAddress, time, ended.Token);
        await application.WaitForShutdownAsync(cancellationToken);
        await ended.CancelAsync();
        await watch;
    }

    // A plugin that nobody started is attached to by one engine after another, and outlives each.
    private static async Task WatchAsync(
        WebApplication application,
        string? engineAddress,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        if (engineAddress is null)
        {
            return;
        }

        try
        {
            await EngineWatch.GoneAsync(engineAddress, time, cancellationToken);
            application.Lifetime.StopApplication();
        }
        catch (OperationCanceledException)
        {
            // The plugin ends for another reason.
        }
    }

    // Empty: no configuration files, no environment variables, no console logging.
    private static WebApplication Build(ProviderService service)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(static options =>
        {
            options.Listen(IPAddress.Loopback, 0, static listen => listen.Protocols = HttpProtocols.Http2);
            options.Limits.MaxRequestBodySize = null;
            // Every running operation holds a stream: with `--parallel` above the default of a hundred, Cancel itself would queue.
            options.Limits.Http2.MaxStreamsPerConnection = int.MaxValue;
            options.AddServerHeader = false;
        });
        builder.Services.Configure<HostOptions>(static options => options.ShutdownTimeout = ShutdownTimeout);
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton(service);
        builder.Services.AddGrpc(static options =>
        {
            options.MaxReceiveMessageSize = MaximumMessageBytes;
            options.MaxSendMessageSize = MaximumMessageBytes;
        });
        var application = builder.Build();
        application.UseRouting();
        application.MapGrpcService<ProviderService>();
        return application;
    }

    private static int Port(WebApplication application)
    {
        var addresses = application.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>();
        return new Uri(addresses.Addresses.Single()).Port;
    }
}
