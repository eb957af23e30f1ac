
namespace OvhIplb.Provider.Framework.Rpc;

/// <summary>What the plugin was started with.</summary>
/// <param name="EngineAddress">Where the engine listens, host:port; null where nobody said (an engine attaches later).</param>
/// <param name="PrintSchema">Whether to print the package schema and end, instead of serving.</param>
public sealed record CommandLine(string? EngineAddress, bool PrintSchema)
{
    /// <summary>
    /// Reads what engines of all versions give, in any order: <c>--logtostderr</c>, <c>-v=9</c>, <c>--tracing url</c> and the
    /// like are tolerated and do nothing. The last argument that is no option is the engine's address.
    /// </summary>
    public static CommandLine Parse(IReadOnlyList<string> arguments)
    {
        string? address = null;
        for (var index = 0; index < arguments.Count; index++)
        {
            var argument = arguments[index];
            if (TakesNextArgument(argument))
            {
                index++;
            }
            else if (!argument.StartsWith('-'))
            {
                address = argument;
            }
        }

        return new(address, arguments.Contains("--schema"));
    }

    // Written `--tracing url` or `--tracing=url`, as Go's flag package takes both.
    private static bool TakesNextArgument(string argument) => argument is "--tracing" or "-tracing" or "-v" or "--v";
}
