using System.Globalization;
using System.Text;

namespace OvhIplb.Provider.Framework.Schema;

/// <summary>The example of a resource or function in every language, from docs/snippets, as Pulumi's documentation shows them.</summary>
internal static class Examples
{
    private static readonly (string Language, string File)[] Languages =
        [("csharp", "Program.cs"), ("typescript", "index.ts"), ("yaml", "Pulumi.yaml")];

    /// <summary>A section of Markdown that ends in an empty line; empty where there is no example.</summary>
    public static string Of(string name)
    {
        var text = new StringBuilder();
        foreach (var (language, file) in Languages)
        {
            if (typeof(Examples).Assembly.GetManifestResourceStream($"{name}/{file}") is { } stream)
            {
                using var reader = new StreamReader(stream, Encoding.UTF8);
                text.Append(CultureInfo.InvariantCulture, $"\n```{language}\n{reader.ReadToEnd()}```\n");
            }
        }

        // The marks tell generators of SDKs where to leave other languages out.
        return text.Length == 0
            ? ""
            : $"{{{{% examples %}}}}\n## Example Usage\n{{{{% example %}}}}\n{text}{{{{% /example %}}}}\n{{{{% /examples %}}}}\n\n";
    }
}
