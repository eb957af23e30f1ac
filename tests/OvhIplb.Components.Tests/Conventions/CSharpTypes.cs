using System.Text.Json;

namespace OvhIplb.Components.Tests.Conventions;

/// <summary>The C# types that the generator gives the schema's, by where they stand.</summary>
internal sealed class CSharpTypes(PackageSchema schema)
{
    private const string Immutable = "System.Collections.Immutable";

    private const string Generic = "System.Collections.Generic";

    /// <summary>In what a resource or a function answers. An array that is absent is a default array, not null.</summary>
    public string Answer(SchemaProperty property)
    {
        var type = Plain(property.Spec);
        return property.Required || IsArray(property.Spec) ? type : $"{type}?";
    }

    /// <summary>In what a caller gives, known or not yet.</summary>
    public string Input(SchemaProperty property)
    {
        if (IsCollection(property.Spec))
        {
            return IsArray(property.Spec)
                ? $"Pulumi.InputList<{Given(property.Spec.GetProperty("items"))}>"
                : $"Pulumi.InputMap<{Given(property.Spec.GetProperty("additionalProperties"))}>";
        }

        return $"Pulumi.Input<{Given(property.Spec)}>{(property.Required && !property.Secret ? "" : "?")}";
    }

    /// <summary>In what a caller gives and must know.</summary>
    public string Argument(SchemaProperty property)
    {
        if (IsCollection(property.Spec))
        {
            return IsArray(property.Spec)
                ? $"{Generic}.List<{Given(property.Spec.GetProperty("items"))}>"
                : $"{Generic}.Dictionary<string, {Given(property.Spec.GetProperty("additionalProperties"))}>";
        }

        return $"{Given(property.Spec)}{(property.Required && !property.Secret ? "" : "?")}";
    }

    public static bool IsCollection(JsonElement type) => Keyword(type) is "array" or "object";

    public static bool IsString(JsonElement type) => Keyword(type) == "string";

    private static bool IsArray(JsonElement type) => Keyword(type) == "array";

    private static string? Keyword(JsonElement type) => type.TryGetProperty("$ref", out _) ? null : type.GetProperty("type").GetString();

    private string Given(JsonElement type)
    {
        if (IsCollection(type) || (type.TryGetProperty("$ref", out var reference) && !schema.Resolve(reference.GetString()!).IsEnum))
        {
            throw new NotSupportedException(
                $"These tests do not know what the generator makes of the input type {type}. Teach them first.");
        }

        return Plain(type);
    }

    private string Plain(JsonElement type)
    {
        if (type.TryGetProperty("$ref", out var reference))
        {
            var (token, isEnum) = schema.Resolve(reference.GetString()!);
            return $"{schema.Namespace}.{(isEnum ? "" : "Outputs.")}{Names.Member(token)}";
        }

        return Keyword(type) switch
        {
            "string" => "string",
            "integer" => "int",
            "number" => "double",
            "boolean" => "bool",
            "array" => $"{Immutable}.ImmutableArray<{Plain(type.GetProperty("items"))}>",
            "object" => $"{Immutable}.ImmutableDictionary<string, {Plain(type.GetProperty("additionalProperties"))}>",
            var other => throw new NotSupportedException($"These tests do not know the schema type '{other}'. Teach them first."),
        };
    }
}
