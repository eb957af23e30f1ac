using Google.Protobuf.WellKnownTypes;

namespace OvhIplb.Provider.Framework.Values;

/// <summary>From our form of values to the wire's.</summary>
public static class ValueEncoder
{
    public static Struct Encode(ObjectValue value)
    {
        var wire = new Struct();
        foreach (var (name, member) in value.Members)
        {
            wire.Fields.Add(name, Encode(member));
        }

        return wire;
    }

    public static Value Encode(PropertyValue value) => value switch
    {
        BooleanValue boolean => Value.ForBool(boolean.Value),
        NumberValue number => Value.ForNumber(number.Value),
        StringValue text => Value.ForString(text.Value),
        ArrayValue array => Value.ForList([.. array.Items.Select(Encode)]),
        ObjectValue members => Value.ForStruct(Encode(members)),
        UnknownValue => Value.ForString(Signatures.Unknown),
        SecretValue secret => Special(Signatures.Secret, ("value", Encode(secret.Value))),
        OutputValue output => EncodeOutput(output),
        ResourceReferenceValue reference => EncodeReference(reference),
        _ => Value.ForNull(),
    };

    private static Value EncodeOutput(OutputValue output)
    {
        var wire = Special(
            Signatures.Output,
            ("secret", Value.ForBool(output.Secret)),
            ("dependencies", Value.ForList([.. output.Dependencies.Select(Value.ForString)])));
        if (output.Value is not null)
        {
            wire.StructValue.Fields.Add("value", Encode(output.Value));
        }

        return wire;
    }

    private static Value EncodeReference(ResourceReferenceValue reference)
    {
        var wire = Special(
            Signatures.ResourceReference,
            ("urn", Value.ForString(reference.Urn)),
            ("packageVersion", Value.ForString(reference.PackageVersion)));
        if (reference.Id is not null)
        {
            wire.StructValue.Fields.Add("id", Encode(reference.Id));
        }

        return wire;
    }

    private static Value Special(string signature, params ReadOnlySpan<(string Name, Value Value)> fields)
    {
        var wire = new Struct { Fields = { [Signatures.Key] = Value.ForString(signature) } };
        foreach (var (name, value) in fields)
        {
            wire.Fields.Add(name, value);
        }

        return Value.ForStruct(wire);
    }
}
