using Google.Protobuf.WellKnownTypes;

namespace Engine.Values;

/// <summary>Questions about property values in their wire form, and the transformations the engine makes on them.</summary>
internal static class PropertyValue
{
    private const string ValueKey = "value";

    /// <summary>Whether <paramref name="value"/> is an unknown, itself and not something inside it.</summary>
    public static bool IsUnknown(Value value) =>
        (value.KindCase == Value.KindOneofCase.StringValue && Sentinels.Unknowns.Contains(value.StringValue))
        || (HasSignature(value, Sentinels.OutputValue) && !value.StructValue.Fields.ContainsKey(ValueKey));

    public static bool IsSecret(Value value) => HasSignature(value, Sentinels.Secret);

    public static bool HasSignature(Value value, string signature) =>
        value.KindCase == Value.KindOneofCase.StructValue
        && value.StructValue.Fields.TryGetValue(Sentinels.Signature, out var found)
        && found.KindCase == Value.KindOneofCase.StringValue
        && found.StringValue == signature;

    /// <summary>Whether an unknown is anywhere in <paramref name="value"/>.</summary>
    public static bool ContainsUnknown(Value value) => IsUnknown(value) || Children(value).Any(ContainsUnknown);

    public static bool ContainsUnknown(Struct values) => values.Fields.Values.Any(ContainsUnknown);

    /// <summary>Whether a secret is anywhere in <paramref name="value"/>.</summary>
    public static bool ContainsSecret(Value value) => IsSecret(value) || Children(value).Any(ContainsSecret);

    public static Value Secret(Value value) => IsSecret(value) ? value : Value.ForStruct(new Struct
    {
        Fields = { [Sentinels.Signature] = Value.ForString(Sentinels.Secret), [ValueKey] = value },
    });

    /// <summary>The value inside a secret's wrapper, or <paramref name="value"/> itself.</summary>
    public static Value Unwrap(Value value) =>
        IsSecret(value) && value.StructValue.Fields.TryGetValue(ValueKey, out var inner) ? Unwrap(inner) : value;

    /// <summary>A copy in which every secret is replaced by its plain value.</summary>
    public static Value WithoutSecrets(Value value) => Map(Unwrap(value), WithoutSecrets);

    public static Struct WithoutSecrets(Struct values) => Map(values, WithoutSecrets);

    /// <summary>A copy in which output values are reduced to their value, marked secret or unknown as they say.</summary>
    public static Value WithoutOutputs(Value value)
    {
        if (!HasSignature(value, Sentinels.OutputValue))
        {
            return Map(value, WithoutOutputs);
        }

        var fields = value.StructValue.Fields;
        var plain = fields.TryGetValue(ValueKey, out var inner) ? WithoutOutputs(inner) : Value.ForString(Sentinels.Unknown);
        return fields.TryGetValue("secret", out var secret) && secret.BoolValue ? Secret(plain) : plain;
    }

    public static Struct WithoutOutputs(Struct values) => Map(values, WithoutOutputs);

    /// <summary>A copy in which resource references are replaced by the resource's id, or by its URN where it has none.</summary>
    public static Value WithoutReferences(Value value)
    {
        if (!HasSignature(value, Sentinels.ResourceReference))
        {
            return Map(value, WithoutReferences);
        }

        var fields = value.StructValue.Fields;
        return fields.TryGetValue("id", out var id) ? id : fields["urn"];
    }

    public static Struct WithoutReferences(Struct values) => Map(values, WithoutReferences);

    /// <summary>A copy without the top-level properties that are not fully known.</summary>
    public static Struct WithoutPartials(Struct values)
    {
        var known = new Struct();
        foreach ((var key, var value) in values.Fields)
        {
            if (!ContainsUnknown(value))
            {
                known.Fields[key] = value;
            }
        }

        return known;
    }

    /// <summary>A copy without anything unknown, at whatever depth.</summary>
    public static Struct WithoutUnknowns(Struct values)
    {
        var known = new Struct();
        foreach ((var key, var value) in values.Fields.Where(pair => !IsUnknown(Unwrap(pair.Value))))
        {
            known.Fields[key] = WithoutUnknowns(value);
        }

        return known;
    }

    /// <summary>A copy in which each of <paramref name="names"/> that is present is secret.</summary>
    public static Struct WithSecrets(Struct values, IEnumerable<string> names)
    {
        var marked = values.Clone();
        foreach (var name in names)
        {
            if (marked.Fields.TryGetValue(name, out var value))
            {
                marked.Fields[name] = Secret(value);
            }
        }

        return marked;
    }

    public static bool AreEqual(Struct? left, Struct? right) => (left ?? new Struct()).Equals(right ?? new Struct());

    private static Value WithoutUnknowns(Value value)
    {
        switch (value.KindCase)
        {
            case Value.KindOneofCase.StructValue:
                return Value.ForStruct(WithoutUnknowns(value.StructValue));
            case Value.KindOneofCase.ListValue:
                return Value.ForList([.. value.ListValue.Values.Where(item => !IsUnknown(Unwrap(item))).Select(WithoutUnknowns)]);
            default:
                return value;
        }
    }

    private static Struct Map(Struct values, Func<Value, Value> transform)
    {
        var mapped = new Struct();
        foreach ((var key, var value) in values.Fields)
        {
            mapped.Fields[key] = transform(value);
        }

        return mapped;
    }

    private static Value Map(Value value, Func<Value, Value> transform)
    {
        switch (value.KindCase)
        {
            case Value.KindOneofCase.StructValue:
                return Value.ForStruct(Map(value.StructValue, transform));
            case Value.KindOneofCase.ListValue:
                var list = new ListValue();
                list.Values.AddRange(value.ListValue.Values.Select(transform));
                return new Value { ListValue = list };
            default:
                return value;
        }
    }

    private static IEnumerable<Value> Children(Value value) => value.KindCase switch
    {
        Value.KindOneofCase.StructValue => value.StructValue.Fields.Values,
        Value.KindOneofCase.ListValue => value.ListValue.Values,
        _ => [],
    };
}
