using Google.Protobuf.WellKnownTypes;

namespace Pulumi.Serialization;

/// <summary>Serialises a bag of named arguments.</summary>
internal static class PropertySerializer
{
    /// <summary>The arguments of a resource: the names <c>id</c> and <c>urn</c> belong to the engine and are left out.</summary>
    public static Task<Properties> SerializeAsync(
        IDictionary<string, object?> arguments, bool keepResources, bool keepOutputs = false)
        => SerializeArgumentsAsync(
            arguments.Where(argument => argument.Key is not ("id" or "urn")), keepResources, keepOutputs);

    /// <summary>All arguments; absent ones are left out.</summary>
    public static async Task<Properties> SerializeArgumentsAsync(
        IEnumerable<KeyValuePair<string, object?>> arguments, bool keepResources, bool keepOutputs = false)
    {
        var serialized = new Struct();
        var resources = new Dictionary<string, IReadOnlyCollection<Resource>>();
        foreach (var (name, value) in arguments.OrderBy(argument => argument.Key, StringComparer.Ordinal))
        {
            var serializer = new Serializer(keepResources, keepOutputs, countReferences: !keepOutputs);
            var property = await serializer.SerializeAsync(name, value).ConfigureAwait(false);
            if (property.KindCase != Value.KindOneofCase.NullValue)
            {
                serialized.Fields.Add(name, property);
                resources.Add(name, serializer.Resources);
            }
        }

        return new Properties(serialized, resources);
    }

    /// <summary>Serialised arguments.</summary>
    /// <param name="Object">The values.</param>
    /// <param name="Resources">Which resources each came from; an entry even for those that came from none.</param>
    internal sealed record Properties(Struct Object, IReadOnlyDictionary<string, IReadOnlyCollection<Resource>> Resources)
    {
        public bool ContainsUnknowns => IsUnknown(Value.ForStruct(Object));

        private static bool IsUnknown(Value value) => value.KindCase switch
        {
            Value.KindOneofCase.StringValue => value.StringValue == SpecialValues.Unknown,
            Value.KindOneofCase.ListValue => value.ListValue.Values.Any(IsUnknown),
            Value.KindOneofCase.StructValue => value.StructValue.Fields.Values.Any(IsUnknown),
            _ => false,
        };
    }
}
