using System.Diagnostics;
using System.Text.Json;
using Engine;
using OpenApi;
using OvhSimulator;
using OvhSimulator.Control;

namespace EndToEnd;

/// <summary>
/// The quickstart's program, or another, and its project in a folder of its own, with a simulator of its own in which ten minutes take a
/// second. Nothing of it is shared with another test.
/// </summary>
internal sealed class Quickstart : IAsyncDisposable
{
    public const string LoadBalancer = "loadbalancer-0123456789abcdef";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Simulator _simulator;

    private readonly Inspection _inspection;

    private Quickstart(Simulator simulator, Inspection inspection)
    {
        _simulator = simulator;
        _inspection = inspection;
        Directory.CreateDirectory(Folder);
    }

    public string Folder { get; } = Path.Combine(Path.GetTempPath(), $"ovh-iplb-{Guid.NewGuid():N}");

    public string StateFile => Path.Combine(Folder, $"{Stack}.json");

    /// <summary>The stack that the next command is about; each has a state of its own.</summary>
    public string Stack { get; set; } = "dev";

    public Uri Endpoint => _simulator.BaseAddress;

    /// <summary>What the last preview had to say on a pull request.</summary>
    public string MarkdownFile => Path.Combine(Folder, "preview.md");

    public Controls Api => _simulator.Controls;

    public string[] Names { get; set; } = ["www.example.com", "example.com"];

    public string[] FailoverIps { get; set; } = ["192.0.2.10", "192.0.2.11"];

    /// <summary>The program that runs; all find their settings in this project.</summary>
    public string Binary { get; set; } = Paths.Program("QuickstartStack");

    /// <summary>A whole <c>Pulumi.yaml</c> in YAML to run instead of that program; its settings go by the name of its project.</summary>
    public string? Yaml { get; set; }

    /// <summary>The project's name, which its settings go by.</summary>
    public string Project => Yaml?.Split('\n').First(static line => line.StartsWith("name: ", StringComparison.Ordinal))["name: ".Length..].Trim() ?? $"ovh-iplb-{Example ?? "quickstart"}";

    /// <summary>The example whose stacks are run with their own settings, by the name of its folder; null for those of this project.</summary>
    public string? Example { get; private init; }

    /// <summary>Replaces a usual line of stack configuration; null removes it.</summary>
    public Dictionary<string, string?> Overrides { get; } = [];

    public static async Task<Quickstart> StartAsync(double timeScale = 600, string program = "QuickstartStack", string? example = null)
    {
        var inspection = new Inspection();
        var options = new SimulatorOptions { TimeScale = timeScale, Observer = inspection.Observe };
        return new Quickstart(await SimulatorHost.StartAsync(options, TestContext.Current.CancellationToken), inspection)
        {
            Binary = Paths.Program(program),
            Example = example,
        };
    }

    public Task<Outcome> UpAsync() => RunAsync(EngineAction.Up);

    /// <param name="refresh">Whether everything is read before.</param>
    public Task<Outcome> PreviewAsync(bool refresh = false) => RunAsync(EngineAction.Preview, refresh);

    public Task<Outcome> RefreshAsync() => RunAsync(EngineAction.Refresh);

    public Task<Outcome> DestroyAsync() => RunAsync(EngineAction.Destroy);

    public async Task<Outcome> RunAsync(EngineAction action, bool refresh = false)
    {
        WriteProject();
        Api.ClearCalls();
        var output = new StringWriter();
        int exitCode = await EngineCommand.RunAsync(
            new EngineOptions
            {
                Action = action,
                Directory = Folder,
                Stack = Stack,
                StateFile = StateFile,
                Markdown = MarkdownFile,
                Refresh = refresh,
                Yes = true,
                Parallel = 8,
                SkipPreview = action != EngineAction.Preview,
                NonInteractive = true,
                Variables = Environment(),
            },
            TextWriter.Synchronized(output),
            TextWriter.Synchronized(output),
            TestContext.Current.CancellationToken);
        return new Outcome(exitCode, output.ToString(), [.. Api.Writes.Select(static call => $"{call.Method} {Uri.UnescapeDataString(call.Path)}")]);
    }

    /// <summary>Runs <c>up</c> in a process of its own and kills it, plugin and program with it, once the API was asked for this.</summary>
    public async Task KillUpAtAsync(string method, string path)
    {
        WriteProject();
        Api.ClearCalls();
        var start = new ProcessStartInfo("dotnet", [typeof(EngineCommand).Assembly.Location, "up", "--cwd", Folder, "--stack", Stack, "--state", StateFile, "--yes", "--skip-preview"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach ((string name, string value) in Environment())
        {
            start.Environment[name] = value;
        }

        using Process engine = Process.Start(start)!;
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

    public JsonElement[] Resources()
    {
        using JsonDocument state = JsonDocument.Parse(File.ReadAllText(StateFile));
        return state.RootElement.GetProperty("deployment").TryGetProperty("resources", out JsonElement resources)
            ? [.. resources.EnumerateArray().Select(static resource => resource.Clone())]
            : [];
    }

    /// <summary>The outputs of the stack.</summary>
    public JsonElement Outputs() => Resources().Single(static resource => resource.GetProperty("type").GetString() == "pulumi:pulumi:Stack").GetProperty("outputs");

    public string? RouteOf(string block) => Api.Read(world => world.Ips.Single(ip => ip.Ip == block).RoutedTo);

    public int Certificates() => Api.Read(world => world.LoadBalancers.Single(balancer => balancer.ServiceName == LoadBalancer).Certificates.Count);

    public async ValueTask DisposeAsync()
    {
        await _simulator.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
        _inspection.Require();
    }

    private void WriteProject()
    {
        // Where an example names the plugin's folder, that is meant from its place in the repository.
        File.WriteAllText(Path.Combine(Folder, "Pulumi.yaml"), Yaml?.Replace("path: ../../plugin", $"path: {Paths.Plugin}", StringComparison.Ordinal) ?? $"""
            name: {Project}
            runtime:
              name: dotnet
              options:
                binary: {Binary}
            plugins:
              providers:
                - name: ovh-iplb
                  path: {Paths.Plugin}
            """);
        var settings = new Dictionary<string, string?>
        {
            ["ovh-iplb:endpoint"] = _simulator.BaseAddress.ToString(),
            ["ovh-iplb:applicationKey"] = "simulator-application-key",
            ["ovh-iplb:applicationSecret"] = "simulator-application-secret",
            ["ovh-iplb:consumerKey"] = "simulator-consumer-key",
            ["ovh-iplb:dnsServers"] = $"[\"{_simulator.DnsAddress}\"]",
            ["ovh-iplb:pollInterval"] = "\"0.05\"",
        };
        if (Example is null)
        {
            settings[$"{Project}:serviceName"] = LoadBalancer;
            settings[$"{Project}:failoverIps"] = $"[{string.Join(", ", FailoverIps)}]";
            settings[$"{Project}:names"] = $"[{string.Join(", ", Names.Select(static name => $"\"{name}\""))}]";
        }

        foreach ((string key, string? value) in Overrides)
        {
            settings[key] = value;
        }

        string file = $"Pulumi.{Stack}.yaml";
        string own = Example is null ? "config:\n" : File.ReadAllText(Path.Combine(Paths.Examples, Example, file));
        File.WriteAllText(
            Path.Combine(Folder, file),
            own + string.Concat(settings.Where(static setting => setting.Value is not null).Select(static setting => $"  {setting.Key}: {setting.Value}\n")));
    }

    /// <summary>What the machine's user has set for OVHcloud must not reach a test. Programs that name no plugin find it on the path.</summary>
    private Dictionary<string, string> Environment() => new(System.Environment.GetEnvironmentVariables().Keys.Cast<string>()
        .Where(static name => name.StartsWith("OVH_", StringComparison.OrdinalIgnoreCase))
        .ToDictionary(static name => name, static _ => ""))
    {
        ["PATH"] = $"{Paths.Plugin}{Path.PathSeparator}{System.Environment.GetEnvironmentVariable("PATH")}",
        ["HOME"] = Folder,
        ["PULUMI_CONFIG_PASSPHRASE"] = "",
    };
}
