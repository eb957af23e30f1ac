using Engine.Configuration;
using Engine.Display;
using Engine.Display.Markdown;
using Engine.Monitor;
using Engine.Plugins;
using Engine.Programs;
using Engine.State;
using Engine.Steps;
using Google.Protobuf.WellKnownTypes;

namespace Engine;

/// <summary>The phases of one command on one stack. Each starts its own providers; a preview and an update share nothing.</summary>
internal sealed class Session
{
    public required EngineOptions Options { get; init; }

    public required string Project { get; init; }

    public required string RootDirectory { get; init; }

    public required StackSettings Settings { get; init; }

    public required IStateStore Store { get; init; }

    public required IPluginHost Plugins { get; init; }

    public required IProgram? Program { get; init; }

    public required TextWriter Output { get; init; }

    public required Random Random { get; init; }

    /// <summary>Cancelled by the first Ctrl-C.</summary>
    public required CancellationToken Cancellation { get; init; }

    private string StackUrn => Deployment.StackUrnOf(Options.Stack, Project);

    /// <summary>Runs the program against the state: a preview or an update.</summary>
    /// <exception cref="UserException">The state holds what would have to be run beside the program.</exception>
    public async Task<PhaseResult> UpdateAsync(bool dryRun)
    {
        var report = NewReport(dryRun, dryRun ? "Previewing update" : "Updating");
        var start = Store.Load();
        if (start.HasSnippets)
        {
            throw new UserException(
                "the state has snippets, which declare resources beside the program: the embedded engine does not evaluate them, and "
                    + "would delete those resources");
        }

        var oldOutputs = OutputsOf(start);
        WarnOfPending(start, report);
        WarnOfHooks(start, report);
        var needsRefresh = start.Resources.Any(entry => entry.RefreshBeforeUpdate && !entry.External && !entry.Delete);
        var deployment = await ServingAsync(report, async providers =>
        {
            if (Options.Refresh == true || needsRefresh)
            {
                (start, var good) = await RefreshAsync(
                    start, report, providers, dryRun, counted: false, entry => Options.Refresh == true || entry.RefreshBeforeUpdate);
                if (!good)
                {
                    return null;
                }
            }

            var run = NewDeployment(start, report, providers, dryRun);
            await RunProgramAsync(run);
            return run;
        });
        if (deployment is null)
        {
            return Conclude(report, oldOutputs, null, dryRun);
        }

        Finish(deployment);

        if (!dryRun)
        {
            // A run that failed and had no outputs to give loses none: the ones of the last good run stay.
            if (report.HasErrors && deployment.StackOutputs is { Fields.Count: 0 } && deployment.Journal.FindVisited(StackUrn) is { } stack)
            {
                deployment.Journal.Change(stack, stack with { Outputs = oldOutputs }, save: false);
            }

            deployment.Journal.Save();
        }

        report.StackEnded(deployment.StackStep, !report.HasErrors);
        return Conclude(report, oldOutputs, deployment.StackOutputs, dryRun);
    }

    /// <summary>Reads everything there is.</summary>
    public async Task<PhaseResult> RefreshAsync(bool dryRun)
    {
        var report = NewReport(dryRun, dryRun ? "Previewing refresh" : "Refreshing");
        var start = Store.Load();
        await ServingAsync(report, providers => RefreshAsync(start, report, providers, dryRun, counted: true, _ => true));
        var outputs = OutputsOf(start);
        report.Finish(outputs, outputs);
        return PhaseResult.Of(report);
    }

    /// <summary>Deletes everything there is.</summary>
    public async Task<PhaseResult> DestroyAsync(bool dryRun)
    {
        var report = NewReport(dryRun, dryRun ? "Previewing destroy" : "Destroying");
        var start = Store.Load();
        WarnOfPending(start, report);
        WarnOfHooks(start, report);
        await ServingAsync(report, async providers =>
        {
            var good = true;
            if (Options.Refresh == true)
            {
                (start, good) = await RefreshAsync(start, report, providers, dryRun, counted: false, static _ => true);
            }

            if (good)
            {
                await PhaseAsync(NewDeployment(start, report, providers, dryRun), phase => new Deletions(phase).RunAsync());
            }

            return good;
        });
        report.Finish(null, null);
        if (!dryRun && !report.HasErrors)
        {
            report.Say(
                "\nThe resources in the stack have been deleted, but the configuration associated with the stack is still maintained.");
        }

        return PhaseResult.Of(report);
    }

    /// <summary>Takes an existing object into the state.</summary>
    public async Task<PhaseResult> ImportAsync(bool dryRun)
    {
        var report = NewReport(dryRun, dryRun ? "Previewing import" : "Importing");
        var request = Options.Import ?? throw new UserException("an import needs a type, a name and an id");
        await ServingAsync(
            report,
            providers => PhaseAsync(
                NewDeployment(Store.Load(), report, providers, dryRun),
                phase => new Takeover(phase).RunAsync(request)));
        report.Finish(null, null);
        return PhaseResult.Of(report);
    }

    // Does the work with the engine at its plugins' service. A plugin that read for a refresh goes on for the program, as with
    // the real engine: what it saw of the objects it still knows.
    private async Task<T> ServingAsync<T>(Report report, Func<ProviderRegistry, Task<T>> work)
    {
        var providers = new ProviderRegistry(Plugins, new SemaphoreSlim(Options.Parallel));
        await using (providers)
        {
            var server = await Server.StartAsync(new EngineService(report), null);
            await using (server)
            {
                providers.EngineAddress = server.Address;
                var result = await work(providers);
                // Providers still have something to say while they end.
                await providers.DisposeAsync();
                return result;
            }
        }
    }

    // Runs what needs no program.
    private async Task<Deployment> PhaseAsync(Deployment deployment, Func<Deployment, Task> work)
    {
        using (Cancellation.Register(() => Cancel(deployment)))
        {
            await work(deployment);
        }

        Finish(deployment);
        return deployment;
    }

    private async Task<(Snapshot State, bool Good)> RefreshAsync(
        Snapshot start, Report report, ProviderRegistry providers, bool dryRun, bool counted, Func<ResourceEntry, bool> chosen)
    {
        var deployment = NewDeployment(start, report, providers, dryRun);
        if (Options.ClearPendingCreates)
        {
            deployment.Journal.ClearPending();
        }

        await PhaseAsync(deployment, phase => new Refreshing(phase, counted).RunAsync(chosen));
        return (deployment.Journal.Current, !report.HasErrors);
    }

    private async Task RunProgramAsync(Deployment deployment)
    {
        var monitor = new MonitorService(deployment);
        var server = await Server.StartAsync(new EngineService(deployment.Report), monitor);
        await using (server)
        {
            using var cancelled = Cancellation.Register(() => Cancel(deployment));
            using var end = new CancellationTokenSource();
            var program = Program!.RunAsync(Request(deployment, server.Address), end.Token);
            await Task.WhenAny(program, monitor.ProgramEnded, deployment.Gate.Closed);
            if (deployment.Gate.Closed.IsCompleted)
            {
                await deployment.Gate.WhenIdleAsync();
                await end.CancelAsync();
                await ((Task)program).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            else
            {
                await EndAsync(deployment, monitor, program);
            }

            // A program that broke off leaves operations behind; they are finished first.
            deployment.Gate.Close();
            await deployment.Gate.WhenIdleAsync();
        }
    }

    private static async Task EndAsync(Deployment deployment, MonitorService monitor, Task<int> program)
    {
        var good = !program.IsCompleted || await program == 0;
        if (good && !deployment.HasFailed)
        {
            await new Deletions(deployment).RunAsync();
        }

        monitor.Finish();
        var code = await program;
        if (code != 0 && !deployment.Report.HasErrors)
        {
            deployment.Fail(new StepException("", [$"the program ended with exit code {code}"], operation: false));
        }
    }

    private PhaseResult Conclude(Report report, Struct? oldOutputs, Struct? newOutputs, bool dryRun)
    {
        var contents = report.Finish(oldOutputs, newOutputs);
        if (dryRun && Options.Markdown is { } file)
        {
            MarkdownFile.Write(file, contents);
        }

        return PhaseResult.Of(report);
    }

    private static void Cancel(Deployment deployment)
    {
        deployment.Gate.Close();
        _ = deployment.Providers.CancelAllAsync();
    }

    private void Finish(Deployment deployment)
    {
        if (Cancellation.IsCancellationRequested && !deployment.HasFailed)
        {
            deployment.Fail(new StepException("", [deployment.DryRun ? "preview canceled" : "update canceled"], operation: false));
        }
    }

    private RunRequest Request(Deployment deployment, string address) => new(
        Project,
        Options.Stack,
        RootDirectory,
        deployment.DryRun,
        Options.Parallel,
        address,
        Settings.Values,
        [.. Settings.SecretKeys],
        (line, _) => deployment.Report.Say($"    {line}"));

    private Deployment NewDeployment(Snapshot start, Report report, ProviderRegistry providers, bool dryRun) => new()
    {
        Project = Project,
        Stack = Options.Stack,
        DryRun = dryRun,
        ContinueOnError = Options.ContinueOnError,
        Settings = Settings,
        Journal = new Journal(start, dryRun ? null : Store),
        Providers = providers,
        Report = report,
        Time = Options.Time,
        Random = Random,
        Abort = Options.Abort,
    };

    private Report NewReport(bool dryRun, string title)
    {
        var report = new Report(Output, Settings.Secrets, Options.Time, StackUrn, dryRun, Options.Details);
        report.Title($"{title} ({Options.Stack})");
        return report;
    }

    private Struct? OutputsOf(Snapshot state) => state.Resources.FirstOrDefault(entry => entry.Urn == StackUrn)?.Outputs;

    private static void WarnOfHooks(Snapshot start, Report report)
    {
        foreach (var entry in start.Resources.Where(static entry => entry.HasHooks))
        {
            report.Warning(entry.Urn, "The state binds hooks to this resource. The embedded engine does not run hooks.");
        }
    }

    private void WarnOfPending(Snapshot start, Report report)
    {
        if (start.Pending.Count == 0)
        {
            return;
        }

        var list = string.Join('\n', start.Pending.Select(operation => $"  * {operation.Entry.Urn}, interrupted while {operation.Type}"));
        report.Warning(
            StackUrn,
            $"Attempting to deploy or update resources with {start.Pending.Count} pending operations from previous deployment.\n{list}\n"
            + "These resources are in an unknown state because the engine was interrupted while waiting for changes to these resources to "
            + "complete. "
            + "Check with the provider whether they completed. Interrupted updates and deletions are done again; an object whose creation "
            + "was "
            + "interrupted may exist and is created again.\n"
            + "Once that is settled, `refresh --clear-pending-creates` forgets the interrupted creations.");
    }
}
