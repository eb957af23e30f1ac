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
    private readonly CancellationToken _cancellation;

    private OfflineStack(Simulator simulator, ProjectFolder folder, OfflineStackOptions options, CancellationToken cancellation)
    {
        _cancellation = cancellation;
        _simulator = simulator;
        _folder = folder;
        Stack = options.Stack;
        Configuration = new Dictionary<string, object?>(options.Configuration, StringComparer.Ordinal);
    }

    /// <summary>
    /// The simulated API: its world, its DNS, its faults and the calls it received. It may be changed between two commands.
    /// </summary>
    public Controls Api => _simulator.Controls;

    /// <summary>Where the simulated API is, for what a test or a program calls itself.</summary>
    public Uri Endpoint => _simulator.BaseAddress;

    /// <summary>The stack that the next command is about; each has a state of its own, and all have the same API.</summary>
    public string Stack { get; set; }

    /// <summary>The file with the stack's state, in the format of <c>pulumi stack export</c>.</summary>
    public string StateFile => _folder.StateFile(Stack);

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
        var project = ProjectFile.Find(options);
        var simulator = await SimulatorHost.StartAsync(options.Simulator, cancellationToken).ConfigureAwait(false);
        return new OfflineStack(simulator, new ProjectFolder(project, options.Variables), options, cancellationToken);
    }

    /// <summary>Says what <see cref="UpAsync"/> would do, and does nothing.</summary>
    /// <param name="refresh">Whether everything is read before, also where the project does not ask for that.</param>
    public Task<StackResult> PreviewAsync(bool refresh = false)
        => RunAsync(Prepare(EngineAction.Preview) with { Refresh = refresh ? true : null });

    /// <summary>Makes what exists what the program declares.</summary>
    /// <param name="refresh">Whether everything is read before, also where the project does not ask for that.</param>
    public Task<StackResult> UpAsync(bool refresh = false) => RunAsync(Prepare(EngineAction.Up) with { Refresh = refresh ? true : null });

    /// <summary>Takes what exists into the state; what counts as updated has drifted.</summary>
    public Task<StackResult> RefreshAsync() => RunAsync(Prepare(EngineAction.Refresh));

    /// <summary>Deletes everything the stack has.</summary>
    public Task<StackResult> DestroyAsync() => RunAsync(Prepare(EngineAction.Destroy));

    /// <summary>
    /// Writes the project and its settings, and answers how the engine runs a command on them: for <see cref="RunAsync"/>, with whatever
    /// else the engine can do, such as an import.
    /// </summary>
    /// <param name="action">What is to be done.</param>
    public EngineOptions Prepare(EngineAction action)
    {
        _folder.Write(Stack, _simulator, Configuration);
        return new EngineOptions
        {
            Action = action,
            Directory = _folder.Path,
            Stack = Stack,
            StateFile = StateFile,
            Yes = true,
            SkipPreview = action != EngineAction.Preview,
            NonInteractive = true,
            Variables = _folder.Variables,
        };
    }

    /// <summary>Runs a command.</summary>
    /// <param name="command">What <see cref="Prepare"/> answered, or that with other options.</param>
    public async Task<StackResult> RunAsync(EngineOptions command)
    {
        var callsBefore = Api.Calls.Count;
        var counts = new StepCounts(0, 0, 0, 0, 0, 0);
        var output = new StringWriter();
        var lines = TextWriter.Synchronized(output);
        var exitCode = await EngineCommand.RunAsync(command with { Counted = counted => counts = counted }, lines, lines, _cancellation)
            .ConfigureAwait(false);
        var state = StateContents.Read(command.StateFile ?? StateFile);
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

    /// <summary>Stops the simulator and deletes the states of the stacks.</summary>
    public async ValueTask DisposeAsync()
    {
        await _simulator.DisposeAsync().ConfigureAwait(false);
        _folder.Delete();
    }
}
