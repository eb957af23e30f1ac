using System.Globalization;
using System.Text;
using System.Text.Json;
using OvhIplb.Components.Tests.Conventions;

namespace OvhIplb.Components.Tests.Reference;

/// <summary>docs/reference.md: every resource and function, as the schema declares them.</summary>
internal static class Page
{
    private static readonly PackageSchema Schema = PackageSchema.Own;

    public static string Write()
    {
        var text = new StringBuilder("""
            # Reference

            Every resource and function of the package `ovh-iplb`, with what goes in and what comes out. In C# names begin with a capital letter
            (`serviceName` is `ServiceName`). Written by `tests/OvhIplb.Components.Tests/Reference` from `sdk/schema.json`; the configuration of the
            provider is in the [README](../README.md#configuration).

            """);
        foreach ((string token, JsonElement spec) in Schema.Resources)
        {
            AppendHead(text, token, spec);
            SchemaProperty[] inputs = SchemaProperty.Read(spec, "inputProperties", "requiredInputs");
            Append(text, "Inputs", "required", inputs);
            Append(text, "Outputs, besides the inputs", "always there", SchemaProperty.Read(spec, "properties", "required").ExceptBy(inputs.Select(static one => one.Name), static one => one.Name));
        }

        foreach ((string token, JsonElement spec) in Schema.Functions)
        {
            AppendHead(text, token, spec);
            Append(text, "Arguments", "required", SchemaProperty.Read(spec.GetProperty("inputs"), "properties", "required"));
            Append(text, "Answer", "always there", SchemaProperty.Read(spec.GetProperty("outputs"), "properties", "required"));
        }

        return text.ToString();
    }

    private static void AppendHead(StringBuilder text, string token, JsonElement spec) => text
        .Append(CultureInfo.InvariantCulture, $"\n## {token.Split(':')[^1]}\n\n")
        .Append(spec.GetProperty("description").GetString()!.Replace("\n## Import", "\n### Import", StringComparison.Ordinal))
        .Append('\n');

    private static void Append(StringBuilder text, string title, string required, IEnumerable<SchemaProperty> properties)
    {
        text.Append(CultureInfo.InvariantCulture, $"\n| {title} | | |\n|---|---|---|\n");
        foreach (SchemaProperty property in properties)
        {
            string marks = $"{(property.Required ? $", {required}" : "")}{(property.Secret ? ", secret" : "")}";
            text.Append(CultureInfo.InvariantCulture, $"| `{property.Name}` | {TypeOf(property.Spec)}{marks} | {DescriptionOf(property)} |\n");
        }
    }

    private static string DescriptionOf(SchemaProperty property)
    {
        string description = property.Spec.GetProperty("description").GetString()!;
        return property.Spec.TryGetProperty("$ref", out JsonElement reference) && Schema.Resolve(reference.GetString()!) is { IsEnum: true } type
            ? $"{description} One of {string.Join(", ", ValuesOf(type.Token))}."
            : description;
    }

    private static IEnumerable<string> ValuesOf(string token) => Schema.Enums.Single(one => one.Token == token).Spec.GetProperty("enum")
        .EnumerateArray().Select(static member => $"`{member.GetProperty("value").GetString()}`");

    private static string TypeOf(JsonElement spec)
    {
        if (spec.TryGetProperty("$ref", out JsonElement reference))
        {
            (string token, bool isEnum) = Schema.Resolve(reference.GetString()!);
            return isEnum ? "string" : $"object ({FieldsOf(token)})";
        }

        return spec.GetProperty("type").GetString() switch
        {
            "array" => $"list of {TypeOf(spec.GetProperty("items"))}",
            "object" => $"map of {TypeOf(spec.GetProperty("additionalProperties"))}",
            string plain => plain,
            _ => throw new NotSupportedException("A type without a name."),
        };
    }

    private static string FieldsOf(string token) => string.Join(
        ", ", SchemaProperty.Read(Schema.Objects.Single(one => one.Token == token).Spec, "properties", "required").Select(static one => $"`{one.Name}`"));
}
