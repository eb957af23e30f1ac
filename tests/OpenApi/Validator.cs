using System.Text.Json;

namespace OpenApi;

/// <summary>
/// Finds where a value departs from a schema. Knows what OVH's schemas are made of, no more: type, format, enum, nullable,
/// readOnly, properties, required, additionalProperties, items, $ref, and allOf around one reference.
/// </summary>
public sealed class Validator(Document document, Direction direction)
{
    private readonly List<string> _violations = [];

    /// <summary>What was found: where in the value, and what is wrong there.</summary>
    public IReadOnlyList<string> Violations => _violations;

    /// <summary>Checks a value and all in it.</summary>
    /// <param name="value">What travelled.</param>
    /// <param name="schema">A schema of the document.</param>
    /// <param name="at">How the value is called in violations.</param>
    public void Check(JsonElement value, JsonElement schema, string at)
    {
        schema = document.Resolve(schema);
        if (value.ValueKind == JsonValueKind.Null)
        {
            Demand(AllowsNull(schema), at, "is null");
            return;
        }

        if (schema.TryGetProperty("allOf", out var parts))
        {
            Check(value, parts.EnumerateArray().Single(), at);
            return;
        }

        if (!schema.TryGetProperty("type", out var type))
        {
            return;
        }

        if (!Is(type.GetString()!, value))
        {
            Demand(false, at, $"is {value.GetRawText()}, not of type {type}");
            return;
        }

        CheckText(value, schema, at);
        if (value.ValueKind == JsonValueKind.Array)
        {
            var index = 0;
            foreach (var item in value.EnumerateArray())
            {
                Check(item, schema.GetProperty("items"), $"{at}[{index++}]");
            }
        }
        else if (value.ValueKind == JsonValueKind.Object)
        {
            CheckObject(value, schema, at);
        }
    }

    private static bool Is(string type, JsonElement value) => type switch
    {
        "string" => value.ValueKind == JsonValueKind.String,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        "number" => value.ValueKind == JsonValueKind.Number,
        "array" => value.ValueKind == JsonValueKind.Array,
        "object" => value.ValueKind == JsonValueKind.Object,
        _ => throw new NotSupportedException($"A schema has the type {type}."),
    };

    /// <summary>OVH says nullable of all that can be null; a schema without a type is its "any".</summary>
    private static bool AllowsNull(JsonElement schema) => Operation.Is(schema, "nullable")
        || !(schema.TryGetProperty("type", out _) || schema.TryGetProperty("allOf", out _));

    /// <summary>Alpha fields come and go in answers.</summary>
    private static bool IsAlpha(JsonElement schema) =>
        schema.TryGetProperty("description", out var text) && text.GetString()!.EndsWith("(alpha)", StringComparison.Ordinal);

    private void CheckText(JsonElement value, JsonElement schema, string at)
    {
        if (schema.TryGetProperty("enum", out var allowed))
        {
            var isOne = allowed.EnumerateArray().Any(one => JsonElement.DeepEquals(one, value));
            Demand(isOne, at, $"is {value.GetRawText()}, which the enumeration does not have");
        }

        if (schema.TryGetProperty("format", out var format) && value.ValueKind == JsonValueKind.String)
        {
            Demand(Formats.Has(format.GetString()!, value.GetString()!, direction), at, $"is {value.GetRawText()}, not of format {format}");
        }
    }

    private void CheckObject(JsonElement value, JsonElement schema, string at)
    {
        var declared = schema.TryGetProperty("properties", out var properties)
            ? properties.EnumerateObject().ToDictionary(static property => property.Name, static property => property.Value)
            : [];
        foreach (var given in value.EnumerateObject())
        {
            var name = $"{at}.{given.Name}";
            if (declared.TryGetValue(given.Name, out var property))
            {
                Demand(direction == Direction.Answer || !Operation.Is(property, "readOnly"), name, "is read-only");
                Check(given.Value, property, name);
            }
            else if (schema.TryGetProperty("additionalProperties", out var additional))
            {
                Check(given.Value, additional, name);
            }
            else
            {
                Demand(false, name, "is not declared");
            }
        }

        var required = schema.TryGetProperty("required", out var names)
            ? names.EnumerateArray().Select(static name => name.GetString()!)
            : [];
        if (direction == Direction.Answer)
        {
            required = required.Union(declared
                .Where(property => !AllowsNull(document.Resolve(property.Value)) && !IsAlpha(property.Value))
                .Select(static property => property.Key));
        }

        foreach (var name in required.Where(name => !value.TryGetProperty(name, out _)))
        {
            Demand(false, $"{at}.{name}", "is missing");
        }
    }

    private void Demand(bool condition, string at, string complaint)
    {
        if (!condition)
        {
            _violations.Add($"{at} {complaint}");
        }
    }
}
