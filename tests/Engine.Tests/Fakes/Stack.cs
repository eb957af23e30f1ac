using Engine.Configuration;
using Engine.Programs;
using Engine.State;

namespace Engine.Tests.Fakes;

/// <summary>A stack to run commands on: project <c>proj</c>, stack <c>dev</c>, one fake provider, a state in memory.</summary>
internal sealed class Stack : IAsyncDisposable
{
    private readonly StringWriter _output = new();
    private readonly Random _random = new(1);

    private Stack(FakeProvider provider, FakePluginHost host)
    {
        Provider = provider;
        Host = host;
    }

    public string Project { get; private init; } = "proj";

    public FakeProvider Provider { get; }

    public FakePluginHost Host { get; }

    public MemoryStore Store { get; } = new();

    public StackSettings Settings { get; set; } = StackSettings.Empty;

    public Microsoft.Extensions.Time.Testing.FakeTimeProvider Time { get; } = new(new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero));

    /// <summary>Everything printed.</summary>
    public string Printed => _output.ToString();

    public static async Task<Stack> StartAsync()
    {
        var provider = new FakeProvider();
        return new Stack(provider, await FakePluginHost.StartAsync(provider));
    }

    /// <summary>A stack of another project, with a provider of its own instead of the fake one.</summary>
    public static async Task<Stack> StartAsync<TProvider>(TProvider provider, string project)
        where TProvider : Pulumirpc.ResourceProvider.ResourceProviderBase =>
        new(new FakeProvider(), await FakePluginHost.StartAsync(provider)) { Project = project };

    public Task<PhaseResult> UpAsync(Func<FakeProgram.Client, Task> program, EngineOptions? options = null) =>
        NewSession(program, options).UpdateAsync(dryRun: false);

    public Task<PhaseResult> PreviewAsync(Func<FakeProgram.Client, Task> program, EngineOptions? options = null) =>
        NewSession(program, options).UpdateAsync(dryRun: true);

    public Task<PhaseResult> RefreshAsync(bool dryRun = false) => Running(null).RefreshAsync(dryRun);

    public Task<PhaseResult> DestroyAsync() => Running(null).DestroyAsync(dryRun: false);

    /// <summary>Forgets what was called and printed, and lets a minute pass.</summary>
    public void NextCommand()
    {
        Provider.Forget();
        _output.GetStringBuilder().Clear();
        Time.Advance(TimeSpan.FromMinutes(1));
    }

    public static string UrnOf(string name) => Urn.Create("dev", "proj", null, "fake:index:Thing", name);

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    public Session NewSession(Func<FakeProgram.Client, Task>? program, EngineOptions? options, CancellationToken cancellation = default) =>
        Running(program is null ? null : new FakeProgram(program), options, cancellation);

    public Session Running(IProgram? program, EngineOptions? options = null, CancellationToken cancellation = default) => new()
    {
        Options = (options ?? new EngineOptions { Action = EngineAction.Up }) with { Time = Time },
        Project = Project,
        RootDirectory = "/proj",
        Settings = Settings,
        Store = Store,
        Plugins = Host,
        Program = program,
        Output = TextWriter.Synchronized(_output),
        Random = _random,
        Cancellation = cancellation,
    };
}
