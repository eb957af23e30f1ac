using Engine.Programs;

namespace Engine;

/// <summary>What a command of the embedded engine is to do, and on what.</summary>
public sealed record EngineOptions
{
    public required EngineAction Action { get; init; }

    /// <summary>What <see cref="EngineAction.Import"/> takes over; needed by it alone.</summary>
    public ImportRequest? Import { get; init; }

    /// <summary>The folder of the project, or one below it. Default: the current folder.</summary>
    public string Directory { get; init; } = ".";

    /// <summary>The stack's name.</summary>
    public string Stack { get; init; } = "dev";

    /// <summary>The state file. Default: <c>.pulumi-offline/&lt;stack&gt;.json</c> in the project's folder.</summary>
    public string? StateFile { get; init; }

    /// <summary>Whether the properties of created and deleted resources are shown too; changed ones always are.</summary>
    public bool Details { get; init; }

    /// <summary>A file that gets the preview as Markdown, for a comment on a pull request; also where it fails.</summary>
    public string? Markdown { get; init; }

    /// <summary>Whether changes are made without asking.</summary>
    public bool Yes { get; init; }

    /// <summary>Whether changes are made without a preview before.</summary>
    public bool SkipPreview { get; init; }

    /// <summary>Whether nothing is changed after the preview; always so for <see cref="EngineAction.Preview"/>.</summary>
    public bool PreviewOnly { get; init; }

    /// <summary>
    /// Whether every resource is read before anything is changed; null for what <c>options.refresh</c> of the project says.
    /// </summary>
    public bool? Refresh { get; init; }

    /// <summary>Whether it is an error (exit code 7) if anything changes.</summary>
    public bool ExpectNoChanges { get; init; }

    /// <summary>Whether resources that do not need a failed one are still worked on.</summary>
    public bool ContinueOnError { get; init; }

    /// <summary>Whether a refresh forgets creates that an earlier run was interrupted in.</summary>
    public bool ClearPendingCreates { get; init; }

    /// <summary>How many provider operations run at once. Default: four times the cores.</summary>
    public int Parallel { get; init; } = 4 * System.Environment.ProcessorCount;

    /// <summary>Whether nothing may be asked.</summary>
    public bool NonInteractive { get; init; }

    /// <summary>Environment variables for the program and the plugins, over those of this process.</summary>
    public IReadOnlyDictionary<string, string> Variables { get; init; } = new Dictionary<string, string>();

    /// <summary>The program to run instead of the one <c>Pulumi.yaml</c> describes; it then needs no building.</summary>
    public IProgram? Program { get; init; }

    /// <summary>
    /// The built program (a .dll or an executable) to run instead of building the project's; null to follow <c>Pulumi.yaml</c>.
    /// </summary>
    public string? Binary { get; init; }

    /// <summary>Asks the user whether to go on; null takes a "no".</summary>
    public Func<string, bool>? Confirm { get; init; }

    /// <summary>
    /// Told at the end of each phase, the preview and the change, what happened to how many resources; null tells nobody.
    /// </summary>
    public Action<StepCounts>? Counted { get; init; }

    /// <summary>Cancelled when the user will not wait for running operations any more (a second Ctrl-C): exit code 8.</summary>
    public CancellationToken Abort { get; init; }

    public TimeProvider Time { get; init; } = TimeProvider.System;
}
