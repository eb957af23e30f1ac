using System.Runtime.InteropServices;

namespace Engine;

/// <summary>Runs a command at a terminal: asks there, and takes Ctrl-C as the Pulumi CLI does.</summary>
public static class Interactive
{
    /// <summary>
    /// As <see cref="EngineCommand.RunAsync"/> on the console. The first Ctrl-C lets running operations finish, the second gives up on
    /// them.
    /// </summary>
    public static async Task<int> RunAsync(EngineOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        using var first = new CancellationTokenSource();
        using var second = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Cancel);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Cancel);
        return await EngineCommand.RunAsync(
            options with { Abort = second.Token, Confirm = Ask }, Console.Out, Console.Error, first.Token);

        void Cancel(PosixSignalContext context)
        {
            context.Cancel = true;
            if (first.IsCancellationRequested)
            {
                second.Cancel();
                return;
            }

            Console.WriteLine("^C received; cancelling. If you would like to terminate immediately, press ^C again.");
            Console.WriteLine("Note that terminating immediately may lead to orphaned resources and other inconsistencies.\n");
            first.Cancel();
        }
    }

    private static bool Ask(string question)
    {
        Console.Write($"{question} [yes/no] ");
        return string.Equals(Console.ReadLine()?.Trim(), "yes", StringComparison.OrdinalIgnoreCase);
    }
}
