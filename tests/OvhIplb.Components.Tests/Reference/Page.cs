using System.Text.Json;
using System.Text.RegularExpressions;
using OvhIplb.Components.Tests.Conventions;

namespace OvhIplb.Components.Tests.Reference;

/// <summary>A page of docs/reference: one resource or function, as the schema declares it.</summary>
internal static partial class Page
{
    private static readonly PackageSchema Schema = PackageSchema.Own;

    /// <summary>All of them, by the name of the resource or function.</summary>
    public static IReadOnlyDictionary<string, string> All { get; }
        = Schema.Resources.Select(static one => (one.Token, Text: OfResource(one.Token, one.Spec)))
        .Concat(Schema.Functions.Select(static one => (one.Token, Text: OfFunction(one.Token, one.Spec))))
        .ToDictionary(static one => NameOf(one.Token), static one => one.Text);

    /// <summary>The first sentence of a description, without the API's calls.</summary>
    public static string Summary(JsonElement spec)
        => FirstSentence().Match(spec.GetProperty("description").GetString()!).Groups["what"].Value + ".";

    public static string NameOf(string token) => token.Split(':')[^1];

    private static string OfResource(string token, JsonElement spec)
    {
        var inputs = SchemaProperty.Read(spec, "inputProperties", "requiredInputs");
        var outputs = SchemaProperty.Read(spec, "properties", "required")
            .ExceptBy(inputs.Select(static one => one.Name), static one => one.Name);
        return $"{Head(token, spec)}\n{PropertyTable.Write("Inputs", "required", inputs)}\n"
            + PropertyTable.Write("Outputs, besides the inputs", "always there", outputs);
    }

    private static string OfFunction(string token, JsonElement spec) =>
        $"{Head(token, spec)}\n{PropertyTable.Write("Arguments", "required", SchemaProperty.Read(spec.GetProperty("inputs"), "properties", "required"))}\n"
        + PropertyTable.Write("Answer", "always there", SchemaProperty.Read(spec.GetProperty("outputs"), "properties", "required"));

    private static string Head(string token, JsonElement spec) =>
        $"# {NameOf(token)}\n\n{Shortcode().Replace(spec.GetProperty("description").GetString()!, "").TrimEnd()}\n\n## Properties\n";

    // The marks of Pulumi's documentation mean nothing to other readers of Markdown.
    [GeneratedRegex(@"\{\{% /?examples? %\}\}(\n|$)", RegexOptions.ExplicitCapture)]
    private static partial Regex Shortcode();

    [GeneratedRegex(@"^(?<what>.+?)(\.|:| \(`GET)(\s|/|$)", RegexOptions.ExplicitCapture)]
    private static partial Regex FirstSentence();
}
