using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace Engine.Project;

/// <summary>What <c>runtime.options</c> says of a program for Node.js.</summary>
/// <param name="TypeScript">Whether TypeScript is compiled as the program is loaded. Default: yes.</param>
/// <param name="TypeScriptConfiguration">
/// The <c>tsconfig.json</c> to follow, seen from the program's folder; null for the one there.
/// </param>
/// <param name="Arguments">Arguments for Node.js itself.</param>
internal sealed partial record NodeOptions(bool TypeScript, string? TypeScriptConfiguration, IReadOnlyList<string> Arguments)
{
    public static NodeOptions Read(YamlMappingNode? options) => options is null
        ? new NodeOptions(true, null, [])
        : new NodeOptions(
            Yaml.Text(options, "typescript") != "false",
            Yaml.Text(options, "tsconfig"),
            [.. Argument().Matches(Yaml.Text(options, "nodeargs") ?? "").Select(static match => Quoted().Replace(match.Value, "$1$2"))]);

    // White space separates them, unless it stands between quotes.
    [GeneratedRegex("""(?:[^\s"']|"[^"]*"|'[^']*')+""")]
    private static partial Regex Argument();

    [GeneratedRegex("""
        "([^"]*)"|'([^']*)'
        """)]
    private static partial Regex Quoted();
}
