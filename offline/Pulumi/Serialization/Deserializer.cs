using System.Collections.Immutable;
using Google.Protobuf.WellKnownTypes;

namespace Pulumi.Serialization;

/// <summary>Turns values of the wire into plain objects: bool, double, string, lists, maps, resources.</summary>
internal static class Deserializer
{
    public static OutputData<object?> Deserialize(Value value)
    {
        if (value.KindCase == Value.KindOneofCase.StructValue
            && value.StructValue.Fields.TryGetValue(SpecialValues.Key, out var signature)
            && signature.KindCase == Value.KindOneofCase.StringValue)
        {
            return DeserializeSpecial(value.StructValue, signature.StringValue);
        }

        return value.KindCase switch
        {
            Value.KindOneofCase.StringValue when value.StringValue == SpecialValues.Unknown
                => OutputData<object?>.Plain(null) with { IsKnown = false },
            Value.KindOneofCase.NullValue => OutputData<object?>.Plain(null),
            Value.KindOneofCase.StringValue => OutputData<object?>.Plain(value.StringValue),
            Value.KindOneofCase.BoolValue => OutputData<object?>.Plain(value.BoolValue),
            Value.KindOneofCase.NumberValue => OutputData<object?>.Plain(value.NumberValue),
            Value.KindOneofCase.ListValue => DeserializeList(value.ListValue),
            Value.KindOneofCase.StructValue => DeserializeMap(value.StructValue),
            _ => throw new InvalidOperationException("The engine sent a value without a kind."),
        };
    }

    private static OutputData<object?> DeserializeSpecial(Struct special, string signature)
    {
        switch (signature)
        {
            case SpecialValues.SecretSignature:
                return special.Fields.TryGetValue(SpecialValues.Value, out var secret)
                    ? Deserialize(secret) with { IsSecret = true }
                    : throw new InvalidOperationException("The engine sent a secret without a value.");
            case SpecialValues.ResourceSignature:
                return special.Fields.TryGetValue(SpecialValues.Urn, out var urn)
                    ? OutputData<object?>.Plain(new DependencyResource(urn.StringValue))
                    : throw new InvalidOperationException("The engine sent a resource reference without a URN.");
            case SpecialValues.OutputSignature:
                return DeserializeOutput(special);
            case SpecialValues.AssetSignature or SpecialValues.ArchiveSignature:
                throw new NotSupportedException(
                    "The offline stand-in of the Pulumi SDK has no assets and archives; build with PulumiSdk=official for them.");
            default:
                return DeserializeMap(special);
        }
    }

    private static OutputData<object?> DeserializeOutput(Struct special)
    {
        var isKnown = special.Fields.TryGetValue(SpecialValues.Value, out var value);
        var data = isKnown ? Deserialize(value!) : OutputData<object?>.Plain(null) with { IsKnown = false };
        var dependencies = special.Fields.TryGetValue(SpecialValues.Dependencies, out var urns)
            ? urns.ListValue.Values.Select(urn => new DependencyResource(urn.StringValue))
            : [];
        return data with
        {
            Resources = data.Resources.Union(dependencies),
            IsSecret = data.IsSecret || (special.Fields.TryGetValue(SpecialValues.Secret, out var secret) && secret.BoolValue),
        };
    }

    private static OutputData<object?> DeserializeList(ListValue list)
    {
        var elements = list.Values.Select(Deserialize).ToArray();
        return Join(elements, elements.Select(element => element.Value).ToImmutableArray());
    }

    private static OutputData<object?> DeserializeMap(Struct map)
    {
        var entries = map.Fields.ToDictionary(field => field.Key, field => Deserialize(field.Value));
        return Join(entries.Values, entries.ToImmutableDictionary(entry => entry.Key, entry => entry.Value.Value));
    }

    private static OutputData<object?> Join(IReadOnlyCollection<OutputData<object?>> parts, object value) => new(
        ImmutableHashSet.CreateRange(parts.SelectMany(part => part.Resources)),
        value,
        parts.All(part => part.IsKnown),
        parts.Any(part => part.IsSecret));
}
