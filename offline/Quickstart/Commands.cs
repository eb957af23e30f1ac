using System.CommandLine;
using Engine;

namespace Quickstart;

/// <summary>The command line: what to do with which example, and against which API.</summary>
internal static class Commands
{
    public static Task<int> RunAsync(string[] arguments)
    {
        var example = new Option<string>("--example")
        {
            Description = "The folder of 'examples' to run.",
            DefaultValueFactory = static _ => "quickstart",
            Recursive = true,
        };
        var real = new Option<bool>("--real")
        {
            Description
                = "Use the real API and the stack 'prod' instead of the simulator and the stack 'dev'; asks before it changes anything.",
            Recursive = true,
        };
        var yes = new Option<bool>("--yes", "-y")
        {
            Description = "Do not ask. Without a terminal, --real changes nothing unless this is given.",
            Recursive = true,
        };
        var markdown = new Option<string?>("--markdown")
        {
            Description = "Write the preview to a file as Markdown too, for a pull request."
        };
        var root = new RootCommand("Runs an example on the embedded engine: simulator, preview, update, result.") { example, real, yes };
        Task<int> ReadAndRunAsync(EngineAction action, ParseResult parsed)
        {
            var page = action == EngineAction.Preview ? parsed.GetValue(markdown) : null;
            return RunAsync(action, new Stacks(new Example(parsed.GetValue(example)!), page), parsed.GetValue(real), parsed.GetValue(yes));
        }

        root.SetAction((parsed, _) => ReadAndRunAsync(EngineAction.Up, parsed));
        foreach ((var action, var description) in new[]
        {
            (EngineAction.Up, "Previews, then makes what exists what the program declares (the default)."),
            (EngineAction.Preview, "Shows what 'up' would do."),
            (EngineAction.Refresh, "Takes what the API says into the state and reports drift."),
            (EngineAction.Destroy, "Takes down what the stack made."),
        })
        {
            var command = new Command(action.ToString().ToLowerInvariant(), description);
            if (action == EngineAction.Preview)
            {
                command.Add(markdown);
            }

            command.SetAction((parsed, _) => ReadAndRunAsync(action, parsed));
            root.Add(command);
        }

        // Ctrl-C is the engine's own business.
        return root.Parse(arguments).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });
    }

    private static async Task<int> RunAsync(EngineAction action, Stacks stacks, bool real, bool yes)
    {
        try
        {
            return real ? await stacks.RealAsync(action, yes) : await stacks.SimulatedAsync(action);
        }
        catch (QuickstartException problem)
        {
            await Console.Error.WriteLineAsync($"error: {problem.Message}");
            return ExitCodes.Failed;
        }
    }
}
