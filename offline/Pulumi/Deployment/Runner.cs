using System.Reflection;

namespace Pulumi;

/// <summary>Runs one program to its end and makes the exit code of what happened.</summary>
internal sealed class Runner(DeploymentInstance deployment)
{
    private const int Succeeded = 0;
    private const int Failed = 1;

    /// <summary>The language host says nothing more then: the engine has been told already.</summary>
    private const int FailedAndReported = 32;

    public Task<int> RunAsync(Func<Task<IDictionary<string, object?>>> declare, StackOptions? options)
        => RunAsync(() => new Stack(declare, options), stack => stack.StackOutputs.Data);

    public Task<int> RunAsync<TStack>(Func<TStack> create)
        where TStack : Stack
        => RunAsync(create, stack =>
        {
            stack.RegisterPropertyOutputs();
            return stack.StackOutputs.Data;
        });

    private async Task<int> RunAsync<TStack>(Func<TStack> create, Func<TStack, Task> finish)
        where TStack : Stack
    {
        try
        {
            deployment.Tasks.Add(finish(create()));
        }
#pragma warning disable CA1031 // Whatever the program throws is reported below.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            deployment.Tasks.Add(Task.FromException(exception));
        }

        var exitCode = await WaitAsync().ConfigureAwait(false);
        if (exitCode == Succeeded)
        {
            await deployment.Monitor.SignalAndWaitForShutdownAsync().ConfigureAwait(false);
        }
        else
        {
            // For a Main that awaits the run without returning its result.
            Environment.ExitCode = exitCode;
        }

        return exitCode;
    }

    private async Task<int> WaitAsync()
    {
        var failed = false;
        var reported = false;
        while (await deployment.Tasks.WaitAsync().ConfigureAwait(false) is { Count: > 0 } errors)
        {
            failed = true;
            foreach (var error in errors)
            {
                reported |= await ReportAsync(error).ConfigureAwait(false);
            }
        }

        return reported ? FailedAndReported : failed || deployment.Logger.HasLoggedErrors ? Failed : Succeeded;
    }

    private async Task<bool> ReportAsync(Exception exception)
    {
        switch (exception)
        {
            case LogException:
                await Console.Error.WriteLineAsync($"Error occurred trying to send logging message to engine:\n{exception}")
                    .ConfigureAwait(false);
                return false;
            case RunException:
                await deployment.Logger.ErrorAsync(exception.Message).ConfigureAwait(false);
                return true;
            case ResourceException { HideStack: true } at:
                await deployment.Logger.ErrorAsync(at.Message, at.Resource).ConfigureAwait(false);
                return true;
            case ResourceException at:
                await deployment.Logger.ErrorAsync(at.ToString(), at.Resource).ConfigureAwait(false);
                return true;
            default:
                await deployment.Logger.ErrorAsync(
                    $"Running program '{Assembly.GetEntryAssembly()?.Location}' failed with an unhandled exception:\n{exception}")
                    .ConfigureAwait(false);
                return true;
        }
    }
}
