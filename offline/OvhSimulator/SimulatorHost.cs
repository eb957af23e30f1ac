using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OvhSimulator.Accounts;
using OvhSimulator.Authentication;
using OvhSimulator.Certificates;
using OvhSimulator.Control;
using OvhSimulator.Dns;
using OvhSimulator.Http;
using OvhSimulator.Ips;
using OvhSimulator.LoadBalancers;
using OvhSimulator.Worlds;

namespace OvhSimulator;

/// <summary>Starts simulators, in this process and on loopback only.</summary>
public static class SimulatorHost
{
    private const string Root = "/1.0";

    /// <summary>Starts a simulator and answers when it listens.</summary>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The time scale or one of the durations is none the world can run by, or a port is none.
    /// </exception>
    /// <exception cref="InvalidDataException">The state file is not one a simulator wrote.</exception>
    /// <exception cref="IOException">A port is taken.</exception>
    public static async Task<Simulator> StartAsync(SimulatorOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.TimeScale);
        options.Durations.Check();

        // An empty builder: no settings file, no environment variable and no argument of the program around us is read.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddRouting();
        builder.Services.ConfigureHttpJsonOptions(json =>
            json.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase)));
        // The process, its signals included, belongs to whoever started us.
        builder.Services.AddSingleton<IHostLifetime, NoLifetime>();
        var certificate = options.Tls ? LoopbackCertificate.Create() : null;
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, options.Port, listen =>
        {
            if (certificate is not null)
            {
                listen.UseHttps(certificate);
            }
        }));
        if (options.Log)
        {
            builder.Logging.AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        }

        var simulation = new Simulation(options);
        var controls = new Controls(simulation, options.Knobs);
        var application = builder.Build();
        Configure(application, simulation, controls, options);
        DnsServer dns;
        try
        {
            await application.StartAsync(cancellationToken);
            dns = DnsServer.Start(simulation, options);
        }
        catch
        {
            await application.DisposeAsync();
            throw;
        }
        var addresses = application.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses;
        return new Simulator(application, dns, new Uri(addresses.Single() + Root), controls, certificate);
    }

    private static void Configure(WebApplication application, Simulation simulation, Controls controls, SimulatorOptions options)
    {
        var gateway = new Gateway(simulation, options.TimeProvider, options.Observer);
        Routes api = Api(), tokens = new();
        TokenEndpoint.Map(tokens);
        application.Use((context, next) => context.Request.Path.StartsWithSegments(Root, StringComparison.Ordinal)
            ? gateway.InvokeAsync(context, api, Root)
            : context.Request.Path.Equals(TokenEndpoint.Path, StringComparison.Ordinal)
                ? gateway.InvokeAsync(context, tokens, "")
                : next(context));
        ControlEndpoints.Map(application, controls, options);
    }

    /// <summary>Every route below the API's root.</summary>
    internal static Routes Api()
    {
        var routes = new Routes();
        AuthenticationEndpoints.Map(routes);
        CredentialEndpoints.Map(routes);
        AccountEndpoints.Map(routes);
        EmailEndpoints.Map(routes);
        IpEndpoints.Map(routes);
        IpServiceEndpoints.Map(routes);
        MoveEndpoints.Map(routes);
        LoadBalancerEndpoints.Map(routes);
        ServiceInfosEndpoints.Map(routes);
        ZoneEndpoints.Map(routes);
        RefreshEndpoints.Map(routes);
        HttpFarmEndpoints.Map(routes);
        HttpFrontendEndpoints.Map(routes);
        CertificateEndpoints.Map(routes);
        return routes;
    }

    private sealed class NoLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
