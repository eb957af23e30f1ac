using System.CommandLine;
using System.Runtime.InteropServices;

namespace Engine.CommandLine;

/// <summary>The command line of the embedded engine.</summary>
internal static class Commands
{
    public static async Task<int> RunAsync(string[] arguments)
    {
        var root = new RootCommand("Runs a C# Pulumi program against provider plugins, with the state in a local file.")
        {
            Command("preview", "Shows what an update would do.", EngineAction.Preview),
            Command("up", "Makes what exists what the program declares.", EngineAction.Up),
            Command("refresh", "Takes what exists into the state.", EngineAction.Refresh),
            Command("destroy", "Deletes everything in the state.", EngineAction.Destroy),
            Command("export", "Prints the state in Pulumi's export format.", EngineAction.Export),
        };
        // Ctrl-C is the engine's own business.
        var invocation = new InvocationConfiguration { ProcessTerminationTimeout = null };
        return await root.Parse(arguments).InvokeAsync(invocation).ConfigureAwait(false);
    }

    private static Command Command(string name, string description, EngineAction action)
    {
        var command = new Command(name, description);
        var flags = new Flags();
        flags.AddTo(command, action);
        command.SetAction((parsed, _) => InvokeAsync(flags.Read(parsed, action)));
        return command;
    }

    private static async Task<int> InvokeAsync(EngineOptions options)
    {
        using var first = new CancellationTokenSource();
        using var second = new CancellationTokenSource();
        using PosixSignalRegistration interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Cancel);
        using PosixSignalRegistration terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Cancel);
        return await EngineCommand.RunAsync(
            options with { Abort = second.Token, Confirm = Ask }, Console.Out, Console.Error, first.Token).ConfigureAwait(false);

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
