using System.Text.Json;
using Google.Protobuf.WellKnownTypes;
using OvhIplb.Provider.Framework.Schema;
using OvhIplb.Provider.Framework.Values;
using Pulumirpc;

namespace OvhIplb.Provider.Framework.Rpc;

/// <summary>
/// Reads provider configuration. Values that are not strings arrive as JSON text (<c>"true"</c>, <c>"[\"192.0.2.1\"]"</c>), from
/// some senders as they are; both are taken.
/// </summary>
internal sealed class ConfigurationValues(PackageDeclaration package)
{
    private static readonly HashSet<string> NamesOfTheEngine =
        new(StringComparer.Ordinal) { "version", "pluginDownloadURL", "pluginChecksums", "parameterization" };

    /// <summary>Keys that engines and SDKs put among the configuration for themselves.</summary>
    public static bool IsOfTheEngine(string name) => NamesOfTheEngine.Contains(name);

    /// <summary>What Configure brings: <c>args</c>, or from old engines only <c>variables</c>.</summary>
    public PropertyBag Read(ConfigureRequest request)
    {
        if (request.Args is not null)
        {
            return Read(request.Args);
        }

        var prefix = $"{package.Name}:config:";
        var wire = new Struct();
#pragma warning disable CS0612 // Obsolete in the contract, and still all that such an engine sends.
        foreach (var (key, text) in request.Variables.Where(variable => variable.Key.StartsWith(prefix, StringComparison.Ordinal)))
#pragma warning restore CS0612
        {
            wire.Fields[key[prefix.Length..]] = Value.ForString(text);
        }

        return Read(wire);
    }

    public PropertyBag Read(Struct? wire)
    {
        var bag = new PropertyBag(ValueDecoder.Decode(wire));
        return package.Configuration
            .Where(static property => property.Type is not (PropertyType.Text or PropertyType.Choice))
            .Aggregate(bag, static (values, property) => values[property.Name] is { } value
                ? values.WithRaw(property.Name, Parse(property, value))
                : values);
    }

    // What is no JSON stays the string it is, and Check says that a string is not what is wanted.
    private static PropertyValue Parse(Property property, PropertyValue value)
    {
        if (value.Unwrapped is not Framework.Values.StringValue text)
        {
            return value;
        }

        try
        {
            using var json = JsonDocument.Parse(text.Value);
            var parsed = ValueDecoder.Decode(ToWire(json.RootElement), property.Name);
            return value.HasSecrets ? new SecretValue(parsed) : parsed;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // The latter: half of a surrogate pair, which is JSON and no text.
            return value;
        }
    }

    private static Value ToWire(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.True => Value.ForBool(true),
        JsonValueKind.False => Value.ForBool(false),
        JsonValueKind.Number => Value.ForNumber(json.GetDouble()),
        JsonValueKind.String => Value.ForString(json.GetString()),
        JsonValueKind.Array => Value.ForList([.. json.EnumerateArray().Select(ToWire)]),
        JsonValueKind.Object => ToStruct(json),
        _ => Value.ForNull(),
    };

    private static Value ToStruct(JsonElement json)
    {
        var wire = new Struct();
        foreach (var member in json.EnumerateObject())
        {
            wire.Fields[member.Name] = ToWire(member.Value);
        }

        return Value.ForStruct(wire);
    }
}
