using Engine.Configuration;
using Engine.Display;
using Engine.Display.Markdown;
using Engine.Plugins;
using Engine.Programs;
using Engine.Programs.PulumiYaml;
using Engine.Project;
using Engine.Secrets;
using Engine.State;
using Engine.Steps;

namespace Engine;

/// <summary>
/// The embedded engine as a library: runs a stack program and provider plugins as the Pulumi CLI does, with the state in a
/// local file.
/// </summary>
public static class EngineCommand
{
    /// <summary>
    /// Runs one command and answers its exit code: 0 good, 1 failed, 7 changes although none were expected, 8 given up by the
    /// user while operations were running.
    /// </summary>
    /// <param name="options">What is to be done.</param>
    /// <param name="output">Where the report goes.</param>
    /// <param name="error">Where problems go that keep the command from starting, and what plugins write to their standard error.</param>
    /// <param name="cancellationToken">The first Ctrl-C: running operations are finished, nothing new begins.</param>
    public static async Task<int> RunAsync(
        EngineOptions options, TextWriter output, TextWriter error, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(error);
        try
        {
            var abandoned = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
            using var abort = options.Abort.Register(() => abandoned.TrySetResult(ExitCodes.Abandoned));
            var command = CommandAsync(options, output, error, cancellationToken);
            return await (await Task.WhenAny(command, abandoned.Task));
        }
        catch (UserException problem)
        {
            await error.WriteLineAsync($"error: {problem.Message}");
            return ExitCodes.Failed;
        }
    }

    private static async Task<int> CommandAsync(
        EngineOptions options,
        TextWriter output,
        TextWriter error,
        CancellationToken cancellationToken)
    {
        var project = ProjectFile.Find(options.Directory);
        project = options.Binary is null ? project : project with { Binary = Path.GetFullPath(options.Binary) };
        options = options with
        {
            Stack = StackName.Parse(options.Stack, project.Name),
            Refresh = options.Refresh ?? (project.AlwaysRefreshes
            ? true
            : null)
        };
        var path = Path.GetFullPath(options.StateFile ?? Path.Combine(project.Directory, ".pulumi-offline", $"{options.Stack}.json"));
        if (options.Action == EngineAction.Export)
        {
            await output.WriteLineAsync(await ExportAsync(path, cancellationToken));
            return ExitCodes.Good;
        }

        StackSettings? settings = null;
        try
        {
            var passphrase = Passphrase.Of(options.Variables);
            settings = StackSettings.Read(project, options.Stack, passphrase);
            foreach (var notice in project.Notices.Concat(settings.Notices))
            {
                await error.WriteLineAsync($"warning: {notice}");
            }

            var state = new StateFile(path, passphrase, settings.Salt, options.Time);
            return await CommandAsync(project, settings, state, path, options, output, error, cancellationToken);
        }
        catch (UserException problem) when (options.Markdown is not null)
        {
            // Whoever reads the pull request is told, as the console is.
            var stack = Deployment.StackUrnOf(options.Stack, project.Name);
            MarkdownFile.Write(options.Markdown, Contents.OfFailure(stack, new Mask(settings?.Secrets ?? []), problem.Message));
            throw;
        }
    }

    private static async Task<int> CommandAsync(
        ProjectFile project,
        StackSettings settings,
        StateFile state,
        string path,
        EngineOptions options,
        TextWriter output,
        TextWriter error,
        CancellationToken cancellationToken)
    {
        using var locked = options.Action == EngineAction.Preview || options.PreviewOnly ? null : StateLock.Take(path);
        var plugins = new PluginHost(project, options.Variables, error.WriteLine, options.Time, options.Abort);
        var program = options.Action is EngineAction.Preview or EngineAction.Up
            ? options.Program ?? ProgramOf(project, plugins, options)
            : null;
        var session = new Session
        {
            Options = options,
            Project = project.Name,
            RootDirectory = project.Directory,
            Settings = settings,
            Store = state,
            Plugins = plugins,
            Program = program,
            Output = TextWriter.Synchronized(output),
            Random = new Random(),
            Cancellation = cancellationToken,
        };
        if (program is not null)
        {
            await program.PrepareAsync(cancellationToken);
        }

        return await PhasesAsync(session, options, error, cancellationToken);
    }

    // A binary speaks for itself, whatever it was written in.
    private static IProgram ProgramOf(ProjectFile project, PluginHost plugins, EngineOptions options) => project switch
    {
        { Runtime: "yaml", Binary: null } => new YamlProgram(project, plugins),
        { Runtime: "nodejs", Binary: null } => new NodeProgram(project, options.Variables, options.Time, options.Abort),
        _ => new DotnetProgram(project, options.Variables, options.Time, options.Abort),
    };

    /// <summary>The preview, the question, the change.</summary>
    internal static async Task<int> PhasesAsync(
        Session session,
        EngineOptions options,
        TextWriter error,
        CancellationToken cancellationToken)
    {
        var previewOnly = options.PreviewOnly || options.Action == EngineAction.Preview;
        if (!previewOnly && options is { NonInteractive: true, Yes: false, SkipPreview: false })
        {
            throw new UserException("--yes or --skip-preview must be passed in to proceed when running in non-interactive mode");
        }

        if (previewOnly || !options.SkipPreview)
        {
            var preview = await PhaseAsync(session, dryRun: true);
            if (!preview.Good || cancellationToken.IsCancellationRequested)
            {
                return ExitCodes.Failed;
            }

            if (options.ExpectNoChanges && preview.Changes > 0)
            {
                await error.WriteLineAsync("error: no changes were expected for preview but changes were proposed");
                return ExitCodes.Unexpected;
            }

            if (previewOnly)
            {
                return ExitCodes.Good;
            }

            if (!options.Yes && options.Confirm?.Invoke($"Do you want to perform this {Noun(options.Action)}?") != true)
            {
                await error.WriteLineAsync($"error: {Noun(options.Action)} declined");
                return ExitCodes.Failed;
            }
        }

        var result = await PhaseAsync(session, dryRun: false);
        if (result.Good && options.ExpectNoChanges && result.Changes > 0)
        {
            await error.WriteLineAsync("error: no changes were expected but changes occurred");
            return ExitCodes.Unexpected;
        }

        return result.Good ? ExitCodes.Good : ExitCodes.Failed;
    }

    private static async Task<PhaseResult> PhaseAsync(Session session, bool dryRun)
    {
        var result = await (session.Options.Action switch
        {
            EngineAction.Refresh => session.RefreshAsync(dryRun),
            EngineAction.Destroy => session.DestroyAsync(dryRun),
            EngineAction.Import => session.ImportAsync(dryRun),
            _ => session.UpdateAsync(dryRun),
        });
        session.Options.Counted?.Invoke(result.Counts);
        return result;
    }

    private static string Noun(EngineAction action) => action switch
    {
        EngineAction.Refresh => "refresh",
        EngineAction.Destroy => "destroy",
        EngineAction.Import => "import",
        _ => "update",
    };

    private static async Task<string> ExportAsync(string path, CancellationToken cancellationToken) => File.Exists(path)
        ? (await File.ReadAllTextAsync(path, cancellationToken)).TrimEnd()
        : throw new UserException($"there is no state at {path}");
}
