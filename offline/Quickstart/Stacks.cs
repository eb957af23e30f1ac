using System.Collections;
using Engine;

namespace Quickstart;

/// <summary>Runs an example as the stack <c>dev</c> against the simulator, or as <c>prod</c> against the real API.</summary>
internal sealed class Stacks(Example example, string? markdown)
{
    private const string Simulated = "dev";

    private const string Real = "prod";

    public async Task<int> SimulatedAsync(EngineAction action)
    {
        await using var simulator = await SimulatorProcess.StartAsync(
            example.Setting(Simulated, "ovh-iplb:endpoint"), example.Setting(Simulated, "ovh-iplb:dnsServers"));
        return await RunAsync(new EngineOptions
        {
            Action = action,
            Directory = example.Directory,
            Stack = Simulated,
            Markdown = markdown,
            Yes = true,
            // What a killed run was creating is looked up and adopted by the next one, so there is nothing to keep in mind.
            ClearPendingCreates = action == EngineAction.Refresh,
            // The simulator is all this stack may ever reach, so nothing the user's environment says about OVHcloud counts.
            Variables = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
                .Select(static variable => (string)variable.Key)
                .Where(static name => name.StartsWith("OVH_", StringComparison.OrdinalIgnoreCase))
                .ToDictionary(static name => name, static _ => ""),
        });
    }

    public async Task<int> RealAsync(EngineAction action, bool yes)
    {
        if (Console.IsInputRedirected && !yes && action != EngineAction.Preview)
        {
            throw new QuickstartException("there is no terminal to ask on, so nothing was done; with --yes, --real does not ask.");
        }

        Console.WriteLine(
            $"This is the real API ({example.Setting(Real, "ovh-iplb:endpoint")}), stack '{Real}', load balancer "
            + $"{example.Setting(Real, $"ovh-iplb-{example.Name}:serviceName")}. "
            + (yes ? "With --yes it is changed without asking.\n" : "Nothing is changed before you have seen the preview and agreed.\n"));
        return await RunAsync(new EngineOptions
        {
            Action = action,
            Directory = example.Directory,
            Stack = Real,
            Markdown = markdown,
            Yes = yes,
        });
    }

    private async Task<int> RunAsync(EngineOptions options)
    {
        var start = options.Time.GetTimestamp();
        var exitCode = await Interactive.RunAsync(options);
        if (exitCode == ExitCodes.Good && options.Action is EngineAction.Up or EngineAction.Refresh)
        {
            ResourceTree.Print(example.StateFile(options.Stack));
        }

        var ending = exitCode == ExitCodes.Good ? ":" : " failed after";
        Console.WriteLine(FormattableString.Invariant(
            $"{options.Action} of {example.Name}{ending} {options.Time.GetElapsedTime(start).TotalSeconds:0.0} s"));
        return exitCode;
    }
}
