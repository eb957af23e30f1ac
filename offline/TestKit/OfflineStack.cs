using Engine;
using OvhSimulator;
using OvhSimulator.Control;

namespace OvhIplb.Testing;

/// <summary>
/// A stack program with a simulated OVHcloud API of its own, run by the embedded engine as <c>pulumi up</c> would run it. Nothing
/// of it is shared with another test, and no network or account is touched. Disposing it leaves nothing behind.
/// </summary>
public sealed class OfflineStack : IAsyncDisposable
{
    private readonly Simulator _simulator;
    private readonly ProjectFolder _folder;
    private readonly OfflineStackOptions _options;
    private readonly CancellationToken _cancellation;

    private OfflineStack(Simulator simulator, ProjectFolder folder, OfflineStackOptions options, CancellationToken cancellation)
    {
        _cancellation = cancellation;
        _simulator = simulator;
        _folder = folder;
        _options = options;
        Configuration = new Dictionary<string, object?>(options.Configuration, StringComparer.Ordinal);
    }

    /// <summary>The simulated API: its world, its DNS, its faults and the calls it received. It may be changed between two commands.</summary>
    public Controls Api => _simulator.Controls;

    /// <summary>
    /// Settings of the stack for the next command: text, numbers, booleans, lists and maps; null takes away what the stack's file
    /// says. A key without a namespace belongs to the project.
    /// </summary>
    public IDictionary<string, object?> Configuration { get; }

    /// <summary>Starts a simulator for a stack program that the test project references. Nothing is deployed yet.</summary>
    /// <param name="program">The name of the program's assembly.</param>
    /// <param name="cancellationToken">Ends whatever command runs, as Ctrl-C would.</param>
    /// <exception cref="ArgumentException">There is no such program, or it has no <c>Pulumi.yaml</c>.</exception>
    public static Task<OfflineStack> StartAsync(string program, CancellationToken cancellationToken = default)
        => StartAsync(new OfflineStackOptions { Program = program }, cancellationToken);

    /// <summary>Starts a simulator for a stack. Nothing is deployed yet.</summary>
    /// <param name="options">Which stack, and with what settings.</param>
    /// <param name="cancellationToken">Ends whatever command runs, as Ctrl-C would.</param>
    /// <exception cref="ArgumentException">There is no such project, or no program to run.</exception>
    public static async Task<OfflineStack> StartAsync(OfflineStackOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        ProjectFolder folder = ProjectFolder.Create(options);
        try
        {
            var settings = new SimulatorOptions { TimeScale = options.TimeScale };
            return new OfflineStack(await SimulatorHost.StartAsync(settings, cancellationToken).ConfigureAwait(false), folder, options, cancellationToken);
        }
        catch
        {
            folder.Delete();
            throw;
        }
    }

    /// <summary>Says what <see cref="UpAsync"/> would do, and does nothing.</summary>
    /// <param name="refresh">Whether everything is read before.</param>
    public Task<StackResult> PreviewAsync(bool refresh = false) => RunAsync(EngineAction.Preview, refresh);

    /// <summary>Makes what exists what the program declares.</summary>
    /// <param name="refresh">Whether everything is read before.</param>
    public Task<StackResult> UpAsync(bool refresh = false) => RunAsync(EngineAction.Up, refresh);

    /// <summary>Takes what exists into the state; what counts as updated has drifted.</summary>
    public Task<StackResult> RefreshAsync() => RunAsync(EngineAction.Refresh);

    /// <summary>Deletes everything the stack has.</summary>
    public Task<StackResult> DestroyAsync() => RunAsync(EngineAction.Destroy);

    /// <summary>Stops the simulator and deletes the stack's state.</summary>
    public async ValueTask DisposeAsync()
    {
        await _simulator.DisposeAsync().ConfigureAwait(false);
        _folder.Delete();
    }

    private async Task<StackResult> RunAsync(EngineAction action, bool refresh = false)
    {
        _folder.WriteSettings(_simulator, Configuration);
        int callsBefore = Api.Calls.Count;
        var counts = new StepCounts(0, 0, 0, 0, 0, 0);
        var output = new StringWriter();
        TextWriter lines = TextWriter.Synchronized(output);
        int exitCode = await EngineCommand.RunAsync(
            new EngineOptions
            {
                Action = action,
                Directory = _folder.Path,
                Stack = _options.Stack,
                StateFile = _folder.StateFile,
                Refresh = refresh,
                Yes = true,
                SkipPreview = action != EngineAction.Preview,
                NonInteractive = true,
                Variables = _folder.Variables,
                Counted = counted => counts = counted,
            },
            lines,
            lines,
            _cancellation).ConfigureAwait(false);
        StateContents state = StateContents.Read(_folder.StateFile);
        return new StackResult
        {
            ExitCode = exitCode,
            Output = output.ToString(),
            Steps = counts,
            Calls = [.. Api.Calls.Skip(callsBefore)],
            Resources = state.Resources,
            Outputs = state.Outputs,
        };
    }
}
