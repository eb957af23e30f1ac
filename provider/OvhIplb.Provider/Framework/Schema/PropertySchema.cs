using System.Globalization;
using System.Text.Json;
using OvhIplb.Provider.Framework.Values;

namespace OvhIplb.Provider.Framework.Schema;

/// <summary>Writes properties into the package schema.</summary>
internal sealed class PropertySchema(Utf8JsonWriter json, string package)
{
    /// <summary>A map of properties. What only concerns inputs (replacement) is left out elsewhere.</summary>
    public void Write(string name, IEnumerable<Property> properties, bool asInputs)
    {
        json.WriteStartObject(name);
        foreach (var property in properties)
        {
            json.WriteStartObject(property.Name);
            WriteType(property.Type);
            if (Described(property) is { Length: > 0 } description)
            {
                json.WriteString("description", description);
            }

            if (asInputs && property.ReplaceOnChange)
            {
                json.WriteBoolean("willReplaceOnChanges", true);
            }

            if (property.Secret)
            {
                json.WriteBoolean("secret", true);
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    /// <summary>The inside of an object type.</summary>
    public void WriteObject(IReadOnlyCollection<Property> properties, bool asInputs)
    {
        Write("properties", properties, asInputs);
        json.WriteString("type", "object");
        var required = properties.Where(static property => property.Required).ToList();
        if (required.Count > 0)
        {
            json.WriteStartArray("required");
            required.ForEach(property => json.WriteStringValue(property.Name));
            json.WriteEndArray();
        }
    }

    private void WriteType(PropertyType type)
    {
        switch (type)
        {
            case PropertyType.Boolean:
                json.WriteString("type", "boolean");
                break;
            case PropertyType.Integer:
                json.WriteString("type", "integer");
                break;
            case PropertyType.Number:
                json.WriteString("type", "number");
                break;
            case PropertyType.TextList:
                json.WriteString("type", "array");
                WriteElement("items", static json => json.WriteString("type", "string"));
                break;
            case PropertyType.TextMap:
                json.WriteString("type", "object");
                WriteElement("additionalProperties", static json => json.WriteString("type", "string"));
                break;
            case PropertyType.Choice choice:
                WriteReference(choice.Type.Name);
                break;
            case PropertyType.ObjectList list:
                json.WriteString("type", "array");
                WriteElement("items", _ => WriteReference(list.Type.Name));
                break;
            default:
                json.WriteString("type", "string");
                break;
        }
    }

    private void WriteElement(string name, Action<Utf8JsonWriter> write)
    {
        json.WriteStartObject(name);
        write(json);
        json.WriteEndObject();
    }

    private void WriteReference(string name) => json.WriteString("$ref", $"#/types/{PackageSchema.Token(package, name)}");

    // A `default` in the schema makes generated SDKs write it into the inputs, and there absence is to mean the default of the
    // plugin that runs. So a default is said in words.
    private static string Described(Property property) => property.DefaultValue switch
    {
        BooleanValue boolean => $"{property.Description} Default: `{(boolean.Value ? "true" : "false")}`.",
        NumberValue number => string.Create(CultureInfo.InvariantCulture, $"{property.Description} Default: `{number.Value}`."),
        StringValue text => $"{property.Description} Default: `{text.Value}`.",
        _ => property.Description,
    };
}
