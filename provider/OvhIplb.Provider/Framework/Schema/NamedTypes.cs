using System.Text.Json;

namespace OvhIplb.Provider.Framework.Schema;

/// <summary>Writes the enums and object types that properties use into the package schema.</summary>
internal sealed class NamedTypes(Utf8JsonWriter json, PropertySchema schema, string package)
{
    /// <summary>Every named type that these properties use, each once, ordered by name.</summary>
    public void Write(IEnumerable<Property> properties)
    {
        var types = new SortedDictionary<string, Action>(StringComparer.Ordinal);
        Collect(properties, types);
        json.WriteStartObject("types");
        foreach (var (name, write) in types)
        {
            json.WriteStartObject(PackageSchema.Token(package, name));
            write();
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private void Collect(IEnumerable<Property> properties, SortedDictionary<string, Action> types)
    {
        foreach (var property in properties)
        {
            switch (property.Type)
            {
                case PropertyType.Choice choice:
                    types[choice.Type.Name] = () => WriteEnum(choice.Type);
                    break;
                case PropertyType.ObjectList list:
                    types[list.Type.Name] = () =>
                    {
                        json.WriteString("description", list.Type.Description);
                        schema.WriteObject(list.Type.Properties, asInputs: false);
                    };
                    Collect(list.Type.Properties, types);
                    break;
            }
        }
    }

    private void WriteEnum(EnumType type)
    {
        json.WriteString("description", type.Description);
        json.WriteString("type", "string");
        json.WriteStartArray("enum");
        foreach (var member in type.Members)
        {
            json.WriteStartObject();
            json.WriteString("name", member.Name);
            json.WriteString("description", member.Description);
            json.WriteString("value", member.Value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
