using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using OpenApi;
using OvhIplb.Provider.WireTests.Plugin;
using OvhSimulator;
using OvhSimulator.Authentication;
using OvhSimulator.Control;
using Pulumirpc;

namespace OvhIplb.Provider.WireTests.Engine;

/// <summary>
/// A simulator, an engine's address and a plugin between the two: what one command of the CLI after the other works with.
/// </summary>
internal sealed class Deployment : IAsyncDisposable
{
    /// <summary>What nobody may ever read in anything the plugin says.</summary>
    public static readonly string[] Secrets =
    [
        Credential.DefaultApplicationKey,
        Credential.DefaultApplicationSecret,
        Credential.DefaultConsumerKey,
        ServiceAccount.DefaultClientId,
        ServiceAccount.DefaultClientSecret,
        AccessToken.DefaultToken,

        // What is between its first and its last line: however it is quoted, that is not broken up.
        .. OwnCertificate.Sample.Key.Split('\n')[1..^1],
    ];

    private const string ProviderUrn = "urn:pulumi:dev::wire::pulumi:providers:ovh-iplb::default_0_1_0";

    private readonly Simulator _simulator;

    private readonly EngineServer _engine;

    private readonly Inspection _inspection;

    private bool _isStored;

    private Deployment(Simulator simulator, EngineServer engine, PluginProcess plugin, Inspection inspection)
    {
        (_simulator, _engine, _inspection, Plugin) = (simulator, engine, inspection, plugin);
        Configuration = ProviderConfiguration.For(simulator.BaseAddress, simulator.DnsAddress);
    }

    public PluginProcess Plugin { get; private set; }

    public ResourceProvider.ResourceProviderClient Provider => Plugin.Client;

    public Controls World => _simulator.Controls;

    /// <summary>The writes so far, such as <c>POST /ip/192.0.2.10/32/move</c>.</summary>
    public IEnumerable<string> Requests => World.Writes.Select(static call => $"{call.Method} {Uri.UnescapeDataString(call.Path)}");

    public Uri Api => _simulator.BaseAddress;

    public Uri TokenUrl => _simulator.TokenUrl;

    public LogBook Log => _engine.Log;

    /// <summary>What the provider is configured with: values that are no strings are JSON text, as SDKs send them.</summary>
    public Struct Configuration { get; set; }

    /// <summary>
    /// Whether each command but the first starts the plugin anew, as engines do; else it lives on, as an attached one does.
    /// </summary>
    public bool StartsAnew { get; init; }

    /// <summary>Starts all three; the plugin is configured.</summary>
    /// <param name="taskLength">
    /// How long the simulator's tasks take, unless a test makes time pass: a tenth of a second where it does not say.
    /// </param>
    /// <param name="startsAnew">See <see cref="StartsAnew"/>.</param>
    /// <param name="listLag">How long a new task of an IP is missing from lists.</param>
    /// <param name="observer">Told of each call that the simulator has answered, before the plugin is.</param>
    public static async Task<Deployment> StartAsync(
        TimeSpan? taskLength = null, bool startsAnew = false, TimeSpan listLag = default, Action<AnsweredCall>? observer = null)
    {
        var deployment = await StartUnconfiguredAsync(taskLength, startsAnew, listLag, observer);
        await deployment.ConfigureAsync();
        return deployment;
    }

    public static async Task<Deployment> StartUnconfiguredAsync(
        TimeSpan? taskLength = null, bool startsAnew = false, TimeSpan listLag = default, Action<AnsweredCall>? observer = null)
    {
        var length = taskLength ?? TimeSpan.FromMilliseconds(100);
        var inspection = new Inspection();
        var simulator = await SimulatorHost.StartAsync(new SimulatorOptions
        {
            Observer = (Action<AnsweredCall>)inspection.Observe + observer,
            Durations = new()
            {
                Move = length,
                Park = length,
                Refresh = length,
                Certificate = length,
                CertificateRetry = length,
                IpTaskListLag = listLag,
            },
        });
        var engine = await EngineServer.StartAsync();
        return new Deployment(simulator, engine, await PluginPool.TakeAsync(), inspection) { StartsAnew = startsAnew };
    }

    /// <summary>The next command of the CLI: the plugin is told that the last one has ended, then configured for this one.</summary>
    public async Task NextCommandAsync()
    {
        await Provider.CancelAsync(new Empty());
        if (StartsAnew)
        {
            RequireSecrecy();
            await Plugin.DisposeAsync();
            Plugin = await PluginProcess.StartAsync(_engine.Address);
        }

        await ConfigureAsync();
    }

    /// <summary>The plugin dies, and the next command starts another.</summary>
    public async Task CrashAsync()
    {
        await Plugin.KillAsync();
        RequireSecrecy();
        await Plugin.DisposeAsync();
        Plugin = await PluginProcess.StartAsync(_engine.Address);
        await ConfigureAsync();
    }

    /// <summary>The plugin dies in the middle of an operation, which breaks off.</summary>
    public async Task CrashAsync(Task operation)
    {
        await CrashAsync();
        await Assert.ThrowsAsync<RpcException>(() => operation);
    }

    /// <summary>An entry of the state that does not exist yet.</summary>
    /// <param name="type">Without the package and the module, such as <c>Refresh</c>.</param>
    /// <param name="name">The name the program gives it.</param>
    /// <param name="parentType">The type of its parent, where that is not the stack.</param>
    public Entry Entry(string type, string name = "one", string? parentType = null)
        => new(this, $"ovh-iplb:index:{type}", name, parentType);

    /// <summary>Handshake to Configure, in the engine's order.</summary>
    public async Task ConfigureAsync()
    {
        await Provider.HandshakeAsync(new ProviderHandshakeRequest
        {
            EngineAddress = _engine.Address,
            RootDirectory = "/program",
            ProgramDirectory = "/program",
            ConfigureWithUrn = true,
            SupportsViews = true,
            SupportsRefreshBeforeUpdate = true,
            InvokeWithPreview = true,
            AcceptsByteString = true,
        });
        await Provider.GetPluginInfoAsync(new Empty());
        var check = await CheckConfigurationAsync();
        Assert.Empty(check.Failures);
        if (_isStored)
        {
            var diff = await Provider.DiffConfigAsync(new DiffRequest
            {
                Id = "6f1c",
                Urn = ProviderUrn,
                Olds = Configuration,
                OldInputs = Configuration,
                News = check.Inputs,
            });
            Assert.Equal(DiffResponse.Types.DiffChanges.DiffNone, diff.Changes);
        }

        await Provider.ConfigureAsync(new ConfigureRequest
        {
            Args = Configuration,
            AcceptSecrets = true,
            AcceptResources = true,
            SendsOldInputs = true,
            SendsOldInputsToDelete = true,
            Id = "6f1c",
            Urn = ProviderUrn,
            Name = "default_0_1_0",
            Type = "pulumi:providers:ovh-iplb",
        });
        _isStored = true;
    }

    /// <param name="news">What to check; null for <see cref="Configuration"/>.</param>
    public async Task<CheckResponse> CheckConfigurationAsync(Struct? news = null) => await Provider.CheckConfigAsync(new CheckRequest
    {
        Urn = ProviderUrn,
        Olds = _isStored ? Configuration : new Struct(),
        News = news ?? Configuration,
        Name = "default_0_1_0",
        Type = "pulumi:providers:ovh-iplb",
    });

    public async ValueTask DisposeAsync()
    {
        RequireSecrecy();
        await PluginPool.ReturnAsync(Plugin);
        await _engine.DisposeAsync();
        await _simulator.DisposeAsync();
        _inspection.Require();
    }

    /// <summary>CheckConfig hands back what it was given, and has a test of its own.</summary>
    private void RequireSecrecy()
    {
        var said = Plugin.Answers
            .Where(static answer => answer.Method != nameof(Provider.CheckConfig))
            .Select(static answer => answer.Text)
            .Concat(Log.Lines.Select(static line => line.Message))
            .Append(Plugin.Errors);
        foreach (var text in said)
        {
            Assert.All(Secrets, secret => Assert.DoesNotContain(secret, text, StringComparison.Ordinal));
        }
    }
}
