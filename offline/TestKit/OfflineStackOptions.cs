using OvhSimulator;

namespace OvhIplb.Testing;

/// <summary>Which stack is tested, and with what settings.</summary>
public sealed record OfflineStackOptions
{
    /// <summary>
    /// The program: the name of one that the test project references as <c>StackProgram</c>, or the path of a built one, a .dll or
    /// an executable. Not needed where <c>Pulumi.yaml</c> names a binary, and for programs in YAML and for Node.js.
    /// </summary>
    public string? Program { get; init; }

    /// <summary>The folder of the stack's <c>Pulumi.yaml</c>. Default: that of the referenced program's project.</summary>
    public string? Project { get; init; }

    /// <summary>
    /// The folder of the plugin <c>pulumi-resource-ovh-iplb</c>. Default: the one <c>Pulumi.yaml</c> names, then the path.
    /// </summary>
    public string? PluginFolder { get; init; }

    /// <summary>
    /// The stack's name at first. Where the project has a <c>Pulumi.&lt;stack&gt;.yaml</c>, its settings are used, except those that say
    /// which API is called and with which credentials. Default <c>dev</c>.
    /// </summary>
    public string Stack { get; init; } = "dev";

    /// <summary>Settings over those of the stack's file, as in <see cref="OfflineStack.Configuration"/>.</summary>
    public IReadOnlyDictionary<string, object?> Configuration { get; init; } = new Dictionary<string, object?>();

    /// <summary>Environment variables for the program and the plugin, over those of this process.</summary>
    public IReadOnlyDictionary<string, string> Variables { get; init; } = new Dictionary<string, string>();

    /// <summary>
    /// What the simulated API is started with. By default 600 seconds pass for it in one second, so that a move of minutes is done in a
    /// blink; options of your own have to say that too.
    /// </summary>
    public SimulatorOptions Simulator { get; init; } = new() { TimeScale = 600 };
}
