using System.Collections.Immutable;
using Google.Protobuf.WellKnownTypes;

namespace OvhIplb.Provider.Framework.Values;

/// <summary>From the wire's form of values to ours.</summary>
public static class ValueDecoder
{
    /// <summary>
    /// How deep values may be nested. The protobuf parser itself gives up earlier (it counts three messages a level,
    /// a hundred in all); this limit holds for values that come another way.
    /// </summary>
    public const int MaximumDepth = 64;

    /// <summary>The members of a struct; an absent struct is empty.</summary>
    /// <exception cref="UnsupportedValueException">It holds an asset, an archive or a byte string, or is nested too deep.</exception>
    public static ObjectValue Decode(Struct? wire) => wire is null ? ObjectValue.Empty : DecodeMembers(wire, "", 0);

    /// <summary>One value; the path is for the reason of a refusal.</summary>
    /// <exception cref="UnsupportedValueException">It is or holds an asset, an archive or a byte string, or is nested too deep.</exception>
    public static PropertyValue Decode(Value wire, string path) => Decode(wire, path, 0);

    private static PropertyValue Decode(Value wire, string path, int depth)
    {
        if (depth > MaximumDepth)
        {
            throw new UnsupportedValueException(path, $"values may be nested at most {MaximumDepth} levels deep");
        }

        return wire.KindCase switch
        {
            Value.KindOneofCase.BoolValue => new BooleanValue(wire.BoolValue),
            Value.KindOneofCase.NumberValue => new NumberValue(wire.NumberValue),
            Value.KindOneofCase.StringValue when Signatures.Unknowns.Contains(wire.StringValue) => UnknownValue.Instance,
            Value.KindOneofCase.StringValue => new StringValue(wire.StringValue),
            Value.KindOneofCase.ListValue => DecodeList(wire.ListValue, path, depth),
            Value.KindOneofCase.StructValue => DecodeStruct(wire.StructValue, path, depth),
            _ => NullValue.Instance,
        };
    }

    private static ArrayValue DecodeList(ListValue wire, string path, int depth)
    {
        var items = ImmutableArray.CreateBuilder<PropertyValue>(wire.Values.Count);
        for (var index = 0; index < wire.Values.Count; index++)
        {
            items.Add(Decode(wire.Values[index], PropertyPath.Element(path, index), depth + 1));
        }

        return new(items.MoveToImmutable());
    }

    private static PropertyValue DecodeStruct(Struct wire, string path, int depth)
    {
        if (!wire.Fields.TryGetValue(Signatures.Key, out var signature))
        {
            return DecodeMembers(wire, path, depth);
        }

        return signature.StringValue switch
        {
            Signatures.Secret => new SecretValue(DecodeField(wire, "value", path, depth) ?? NullValue.Instance),
            Signatures.Output => DecodeOutput(wire, path, depth),
            Signatures.ResourceReference => new ResourceReferenceValue(
                Text(wire, "urn"), DecodeField(wire, "id", path, depth), Text(wire, "packageVersion")),
            Signatures.Asset => throw new UnsupportedValueException(
                path, "an asset (a file) is not taken here; give its content as a string"),
            Signatures.Archive => throw new UnsupportedValueException(path, "an archive is not taken here"),
            Signatures.ByteString => throw new UnsupportedValueException(path, "a byte string is not taken here; give a string"),
            _ => throw new UnsupportedValueException(path, "a special value of a kind this plugin does not know is not taken here"),
        };
    }

    private static OutputValue DecodeOutput(Struct wire, string path, int depth)
    {
        var value = DecodeField(wire, "value", path, depth);
        var secret = wire.Fields.TryGetValue("secret", out var flag) && flag.BoolValue;
        ImmutableArray<string> dependencies = wire.Fields.TryGetValue("dependencies", out var list)
            ? [.. (list.ListValue?.Values ?? []).Select(static urn => urn.StringValue)]
            : [];
        return new(value, secret, dependencies);
    }

    private static PropertyValue? DecodeField(Struct wire, string name, string path, int depth) =>
        wire.Fields.TryGetValue(name, out var value) ? Decode(value, path, depth + 1) : null;

    private static string Text(Struct wire, string name) =>
        wire.Fields.TryGetValue(name, out var value) ? value.StringValue : "";

    private static ObjectValue DecodeMembers(Struct wire, string path, int depth)
    {
        var members = ImmutableSortedDictionary.CreateBuilder<string, PropertyValue>(StringComparer.Ordinal);
        foreach (var (name, value) in wire.Fields)
        {
            members.Add(name, Decode(value, PropertyPath.Key(path, name), depth + 1));
        }

        return new(members.ToImmutable());
    }
}
