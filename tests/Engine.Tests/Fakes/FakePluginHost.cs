using System.Net;
using Engine.Plugins;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Pulumirpc;

namespace Engine.Tests.Fakes;

/// <summary>Serves one provider in this process to every provider the engine starts.</summary>
internal sealed class FakePluginHost : IPluginHost, IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly string _address;

    private FakePluginHost(WebApplication application, string address)
    {
        _application = application;
        _address = address;
    }

    /// <summary>The port of the provider, for an engine that attaches to it.</summary>
    public int Port => new Uri($"http://{_address}").Port;

    /// <summary>The packages the engine started plugins for.</summary>
    public List<string> Started { get; } = [];

    public static async Task<FakePluginHost> StartAsync<TProvider>(TProvider provider)
        where TProvider : ResourceProvider.ResourceProviderBase
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore()
            .ConfigureKestrel(options => options.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
        builder.Services.AddRoutingCore();
        builder.Services.AddGrpc();
        builder.Services.AddSingleton(provider);
        var application = builder.Build();
        application.MapGrpcService<TProvider>();
        await application.StartAsync();
        return new FakePluginHost(application, new Uri(application.Urls.Single()).Authority);
    }

    public Task<IPlugin> StartAsync(string package, string engineAddress, CancellationToken cancellationToken)
    {
        lock (Started)
        {
            Started.Add(package);
        }

        return Task.FromResult<IPlugin>(new Connection(_address));
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private sealed class Connection(string address) : IPlugin
    {
        private readonly Grpc.Net.Client.GrpcChannel _channel = Channel.To(address);

        public ResourceProvider.ResourceProviderClient Client => new(_channel);

        public bool Attached => false;

        public string Directory => "/plugin";

        public ValueTask DisposeAsync()
        {
            _channel.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
