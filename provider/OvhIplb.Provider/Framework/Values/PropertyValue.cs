
namespace OvhIplb.Provider.Framework.Values;

/// <summary>
/// A value as it travels between a program, the engine and the plugin. One of <see cref="NullValue"/>,
/// <see cref="BooleanValue"/>, <see cref="NumberValue"/>, <see cref="StringValue"/>, <see cref="ArrayValue"/>,
/// <see cref="ObjectValue"/>, <see cref="UnknownValue"/>, <see cref="SecretValue"/>, <see cref="OutputValue"/> and
/// <see cref="ResourceReferenceValue"/>. Equality is that of the exact form; see <see cref="PropertyValueComparer"/>
/// for that of the meaning.
/// </summary>
public abstract record PropertyValue
{
    private protected PropertyValue()
    {
    }

    /// <summary>The value without the secret and output wrappers around it; an output without a value is unknown.</summary>
    public PropertyValue Unwrapped
    {
        get
        {
            var value = this;
            while (true)
            {
                switch (value)
                {
                    case SecretValue secret:
                        value = secret.Value;
                        break;
                    case OutputValue output:
                        value = output.Value ?? UnknownValue.Instance;
                        break;
                    default:
                        return value;
                }
            }
        }
    }

    /// <summary>Whether a part of the value, however deep, is unknown.</summary>
    public bool HasUnknowns => Unwrapped switch
    {
        UnknownValue => true,
        ArrayValue array => array.Items.Any(static item => item.HasUnknowns),
        ObjectValue value => value.Members.Values.Any(static member => member.HasUnknowns),
        _ => false,
    };

    /// <summary>Whether a part of the value, however deep, is secret.</summary>
    public bool HasSecrets => this switch
    {
        SecretValue => true,
        OutputValue output => output.Secret || output.Value is { HasSecrets: true },
        ArrayValue array => array.Items.Any(static item => item.HasSecrets),
        ObjectValue value => value.Members.Values.Any(static member => member.HasSecrets),
        _ => false,
    };

    public static PropertyValue Null => NullValue.Instance;

    public static PropertyValue Unknown => UnknownValue.Instance;

    public static PropertyValue From(bool value) => new BooleanValue(value);

    public static PropertyValue From(double value) => new NumberValue(value);

    public static PropertyValue From(string value) => new StringValue(value);

    public static PropertyValue From(IEnumerable<PropertyValue> items) => new ArrayValue([.. items]);

    public static PropertyValue From(IEnumerable<string> items) => new ArrayValue([.. items.Select(From)]);
}
