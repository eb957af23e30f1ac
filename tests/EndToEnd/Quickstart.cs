using System.Diagnostics;
using System.Text.Json;
using Engine;
using OpenApi;
using OvhIplb.Testing;
using OvhSimulator;
using OvhSimulator.Control;

namespace EndToEnd;

/// <summary>
/// The quickstart's program, or another, with a simulator of its own in which ten minutes take a second, and whose every answer is held to
/// OVHcloud's schemas. Nothing of it is shared with another test.
/// </summary>
internal sealed class Quickstart : IAsyncDisposable
{
    public const string LoadBalancer = "loadbalancer-0123456789abcdef";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly OfflineStack _stack;

    private readonly Inspection _inspection;

    private StackResult? _last;

    private Quickstart(string folder, OfflineStack stack, Inspection inspection)
    {
        Folder = folder;
        _stack = stack;
        _inspection = inspection;
    }

    /// <summary>The folder of the project, and what the program reads files from; an example's own project is not in it.</summary>
    public string Folder { get; }

    public string StateFile => _stack.StateFile;

    /// <summary>The stack that the next command is about; each has a state of its own.</summary>
    public string Stack
    {
        get => _stack.Stack;
        set => _stack.Stack = value;
    }

    public Uri Endpoint => _stack.Endpoint;

    /// <summary>What the last preview had to say on a pull request.</summary>
    public string MarkdownFile => Path.Combine(Folder, "preview.md");

    public Controls Api => _stack.Api;

    public string[] Names
    {
        set => Configuration["names"] = value;
    }

    public string[] FailoverIps
    {
        set => Configuration["failoverIps"] = value;
    }

    /// <summary>The settings of the next command; null removes one. A key without a namespace belongs to the project that runs.</summary>
    public IDictionary<string, object?> Configuration => _stack.Configuration;

    /// <summary>How many operations the engine runs at once.</summary>
    public int Parallel { get; set; } = 8;

    /// <summary>Runs this program from now on.</summary>
    public string Binary
    {
        set => WriteProject(Folder, value);
    }

    /// <summary>Runs this <c>Pulumi.yaml</c> in YAML from now on.</summary>
    public string Yaml
    {
        set => File.WriteAllText(Path.Combine(Folder, "Pulumi.yaml"), value);
    }

    /// <param name="timeScale">Seconds that pass in the simulator in one second.</param>
    /// <param name="program">The program, by the name of its assembly; it finds the quickstart's settings.</param>
    /// <param name="example">The example whose project and stacks are run as they are, by the name of its folder.</param>
    public static async Task<Quickstart> StartAsync(double timeScale = 600, string program = "QuickstartStack", string? example = null)
    {
        var folder = Directory.CreateTempSubdirectory("ovh-iplb-").FullName;
        WriteProject(folder, Paths.Program(program));
        var inspection = new Inspection();
        var options = new OfflineStackOptions
        {
            Project = example is null ? folder : Path.Combine(Paths.Examples, example),
            Program = example is null ? null : Paths.Program(program),
            PluginFolder = Paths.Plugin,
            Simulator = new SimulatorOptions { TimeScale = timeScale, Observer = inspection.Observe },
        };
        var quickstart = new Quickstart(folder, await OfflineStack.StartAsync(options, TestContext.Current.CancellationToken), inspection);
        if (example is null)
        {
            quickstart.Configuration["serviceName"] = LoadBalancer;
            quickstart.FailoverIps = ["192.0.2.10", "192.0.2.11"];
            quickstart.Names = ["www.example.com", "example.com"];
        }

        return quickstart;
    }

    public Task<Outcome> UpAsync() => RunAsync(EngineAction.Up);

    /// <param name="refresh">Whether everything is read before.</param>
    public Task<Outcome> PreviewAsync(bool refresh = false) => RunAsync(EngineAction.Preview, refresh);

    /// <param name="expectNoChanges">Whether drift fails the command.</param>
    public Task<Outcome> RefreshAsync(bool expectNoChanges = false) => RunAsync(EngineAction.Refresh, expectNoChanges: expectNoChanges);

    public Task<Outcome> DestroyAsync() => RunAsync(EngineAction.Destroy);

    /// <summary>Runs <c>up</c> in a process of its own and kills it, plugin and program with it, once the API was asked for this.</summary>
    public async Task KillUpAtAsync(string method, string path)
    {
        using var engine = StartEngine(["up", "--yes", "--skip-preview"], new Dictionary<string, string?>());
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        while (Api.Find(method, path).Count == 0)
        {
            // The engine says a line whenever something happens, so between two lines nothing has to be looked for.
            if (await engine.StandardOutput.ReadLineAsync(patience.Token) is null)
            {
                break;
            }
        }

        engine.Kill(entireProcessTree: true);
        await engine.WaitForExitAsync(patience.Token);
        Assert.NotEmpty(Api.Find(method, path));
    }

    /// <summary>Runs a command in a process of its own, and answers its exit code and all it says.</summary>
    /// <param name="arguments">The command line, but for where the project and its state are.</param>
    /// <param name="variables">Environment variables over those of this process; null takes one away.</param>
    public async Task<(int ExitCode, string Output)> RunEngineAsync(string[] arguments, IReadOnlyDictionary<string, string?> variables)
    {
        using var engine = StartEngine(arguments, variables);
        var output = engine.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = engine.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await engine.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (engine.ExitCode, await output + await error);
    }

    /// <summary>All that is in the state file, providers and the stack itself too.</summary>
    public JsonElement[] Resources()
    {
        using var state = JsonDocument.Parse(File.ReadAllText(StateFile));
        return state.RootElement.GetProperty("deployment").TryGetProperty("resources", out var resources)
            ? [.. resources.EnumerateArray().Select(static resource => resource.Clone())]
            : [];
    }

    /// <summary>The outputs of the stack after the last command.</summary>
    public IReadOnlyDictionary<string, JsonElement> Outputs()
        => _last?.Outputs ?? throw new InvalidOperationException("No command has run yet.");

    public string? RouteOf(string block) => Api.Read(world => world.Ips.Single(ip => ip.Ip == block).RoutedTo);

    public int Certificates()
        => Api.Read(world => world.LoadBalancers.Single(balancer => balancer.ServiceName == LoadBalancer).Certificates.Count);

    public async ValueTask DisposeAsync()
    {
        await _stack.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
        _inspection.Require();
    }

    private Process StartEngine(string[] arguments, IReadOnlyDictionary<string, string?> variables)
    {
        var command = _stack.Prepare(EngineAction.Up);
        var start = new ProcessStartInfo(
            "dotnet",
            [typeof(EngineCommand).Assembly.Location, .. arguments, "--cwd", command.Directory, "--stack", command.Stack, "--state", command
                .StateFile!])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach ((var name, var value) in command.Variables.Select(static pair => KeyValuePair.Create(pair.Key, (string?)pair.Value))
            .Concat(variables))
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    private async Task<Outcome> RunAsync(EngineAction action, bool refresh = false, bool expectNoChanges = false)
    {
        Api.ClearCalls();
        _last = await _stack.RunAsync(_stack.Prepare(action) with
        {
            Markdown = MarkdownFile,
            Refresh = refresh,
            ExpectNoChanges = expectNoChanges,
            Parallel = Parallel,
        });
        return new Outcome(_last);
    }

    private static void WriteProject(string folder, string binary) => File.WriteAllText(Path.Combine(folder, "Pulumi.yaml"), $"""
        name: ovh-iplb-quickstart
        runtime:
          name: dotnet
          options:
            binary: {binary}
        """);
}
