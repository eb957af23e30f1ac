using System.Globalization;
using System.Text;
using System.Text.Json;
using OvhIplb.Components.Tests.Conventions;

namespace OvhIplb.Components.Tests.Reference;

/// <summary>Properties as a table: name, type, and what the schema says of them.</summary>
internal static class PropertyTable
{
    private static readonly PackageSchema Schema = PackageSchema.Own;

    /// <param name="title">What the properties are.</param>
    /// <param name="required">What is said of one that the schema calls required.</param>
    /// <param name="properties">The properties, in the order of the rows.</param>
    public static string Write(string title, string required, IEnumerable<SchemaProperty> properties)
    {
        var text = new StringBuilder($"| {title} | | |\n|---|---|---|\n");
        foreach (var property in properties)
        {
            var marks = $"{(property.Required ? $", {required}" : "")}{(property.Secret ? ", secret" : "")}";
            text.Append(
                CultureInfo.InvariantCulture,
                $"| `{property.Name}` | {TypeOf(property.Spec)}{marks} | {DescriptionOf(property)} |\n");
        }

        return text.ToString();
    }

    private static string DescriptionOf(SchemaProperty property)
    {
        var description = property.Spec.GetProperty("description").GetString()!;
        return property.Spec.TryGetProperty("$ref", out var reference) && Schema.Resolve(reference.GetString()!) is { IsEnum: true } type
            ? $"{description} One of {string.Join(", ", ValuesOf(type.Token))}."
            : description;
    }

    private static IEnumerable<string> ValuesOf(string token) => Schema.Enums.Single(one => one.Token == token).Spec.GetProperty("enum")
        .EnumerateArray().Select(static member => $"`{member.GetProperty("value").GetString()}`");

    private static string TypeOf(JsonElement spec)
    {
        if (spec.TryGetProperty("$ref", out var reference))
        {
            (var token, var isEnum) = Schema.Resolve(reference.GetString()!);
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
        ", ", SchemaProperty.Read(Schema.Objects.Single(one => one.Token == token).Spec, "properties", "required")
            .Select(static one => $"`{one.Name}`"));
}
