using System.CommandLine;

namespace Engine.CommandLine;

/// <summary>The command line of the embedded engine.</summary>
internal static class Commands
{
    public static async Task<int> RunAsync(string[] arguments)
    {
        var root = new RootCommand("Runs a Pulumi program against provider plugins, with the state in a local file.")
        {
            Command("preview", "Shows what an update would do.", EngineAction.Preview),
            Command("up", "Makes what exists what the program declares.", EngineAction.Up),
            Command("refresh", "Takes what exists into the state.", EngineAction.Refresh),
            Command("destroy", "Deletes everything in the state.", EngineAction.Destroy),
            Import(),
            Command("export", "Prints the state in Pulumi's export format.", EngineAction.Export),
        };
        // Ctrl-C is the engine's own business.
        var invocation = new InvocationConfiguration { ProcessTerminationTimeout = null };
        return await root.Parse(arguments).InvokeAsync(invocation);
    }

    private static Command Import()
    {
        var type = new Argument<string>("type") { Description = "The resource type, such as ovh-iplb:index:FailoverAttachment." };
        var name = new Argument<string>("name") { Description = "The name in the program." };
        var id = new Argument<string>("id") { Description = "The id of the existing object." };
        var command = new Command("import", "Takes an existing object into the state, protected.") { type, name, id };
        var flags = new Flags();
        flags.AddTo(command, EngineAction.Import);
        command.SetAction((parsed, _) => Interactive.RunAsync(flags.Read(parsed, EngineAction.Import) with
        {
            Import = new ImportRequest(parsed.GetRequiredValue(type), parsed.GetRequiredValue(name), parsed.GetRequiredValue(id)),
        }));
        return command;
    }

    private static Command Command(string name, string description, EngineAction action)
    {
        var command = new Command(name, description);
        var flags = new Flags();
        flags.AddTo(command, action);
        command.SetAction((parsed, _) => Interactive.RunAsync(flags.Read(parsed, action)));
        return command;
    }
}
