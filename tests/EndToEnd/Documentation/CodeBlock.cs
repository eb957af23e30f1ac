using System.Text.RegularExpressions;

namespace EndToEnd.Documentation;

/// <summary>A block of C# in a Markdown file.</summary>
/// <param name="File">The file, below the root of the repository.</param>
/// <param name="Line">The line of the block's first line.</param>
/// <param name="Text">What is in the block.</param>
internal sealed partial record CodeBlock(string File, int Line, string Text)
{
    /// <summary>Every block in the files that are about stack programs.</summary>
    public static IEnumerable<CodeBlock> All => Files().SelectMany(In);

    /// <summary>The block as a program; what is no whole one is put into one.</summary>
    public string Program => Text.Contains("Deployment.RunAsync", StringComparison.Ordinal) ? Text : $$"""
        using System;
        using System.Collections.Generic;
        using System.IO;
        using System.Linq;
        using System.Threading.Tasks;
        {{string.Join('\n', Usings)}}
        return await Deployment.RunAsync(() =>
        {
        {{Using().Replace(Text, "")}}
        });
        """;

    private IEnumerable<string> Usings
        => Using().Matches(Text).Select(static found => found.Value).Union(["using OvhIplb.Components;", "using Pulumi;"]);

    public override string ToString() => $"{File}:{Line}";

    private static IEnumerable<string> Files() => new[] { "docs", "examples", "sdk" }
        .SelectMany(static folder => Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.md", SearchOption.AllDirectories))
        .Where(static file => !file.Contains("node_modules", StringComparison.Ordinal))
        .Append(Path.Combine(Repository.Root, "README.md"))
        .Select(static file => Path.GetRelativePath(Repository.Root, file))
        .Order(StringComparer.Ordinal);

    private static IEnumerable<CodeBlock> In(string file)
    {
        var markdown = System.IO.File.ReadAllText(Path.Combine(Repository.Root, file));
        return Fence().Matches(markdown).Select(found => new CodeBlock(
            file,
            1 + markdown[..found.Groups["code"].Index].Count(static c => c == '\n'),
            found.Groups["code"].Value));
    }

    [GeneratedRegex("^```csharp\n(?<code>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Fence();

    [GeneratedRegex("^using [A-Za-z.]+;$", RegexOptions.Multiline)]
    private static partial Regex Using();
}
