using System.CommandLine;
using Engine;

namespace Quickstart;

/// <summary>The command line: what to do with examples/quickstart, and against which API.</summary>
internal static class Commands
{
    public static Task<int> RunAsync(string[] arguments)
    {
        var real = new Option<bool>("--real")
        {
            Description = "Use the real API and the stack 'prod' instead of the simulator and the stack 'dev'; asks before it changes anything.",
            Recursive = true,
        };
        var yes = new Option<bool>("--yes", "-y")
        {
            Description = "Do not ask. Without a terminal, --real changes nothing unless this is given.",
            Recursive = true,
        };
        var root = new RootCommand("Runs examples/quickstart on the embedded engine: simulator, preview, update, result.") { real, yes };
        root.SetAction((parsed, _) => RunAsync(EngineAction.Up, parsed.GetValue(real), parsed.GetValue(yes)));
        foreach ((EngineAction action, string description) in new[]
        {
            (EngineAction.Up, "Previews, then makes what exists what the program declares (the default)."),
            (EngineAction.Preview, "Shows what 'up' would do."),
            (EngineAction.Refresh, "Takes what the API says into the state and reports drift."),
            (EngineAction.Destroy, "Parks the IPs and removes the certificate."),
        })
        {
            var command = new Command(action.ToString().ToLowerInvariant(), description);
            command.SetAction((parsed, _) => RunAsync(action, parsed.GetValue(real), parsed.GetValue(yes)));
            root.Add(command);
        }

        // Ctrl-C is the engine's own business.
        return root.Parse(arguments).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });
    }

    private static async Task<int> RunAsync(EngineAction action, bool real, bool yes)
    {
        try
        {
            return real ? await Stacks.RealAsync(action, yes) : await Stacks.SimulatedAsync(action);
        }
        catch (QuickstartException problem)
        {
            await Console.Error.WriteLineAsync($"error: {problem.Message}");
            return ExitCodes.Failed;
        }
    }
}
