
namespace OvhIplb.Provider.Framework.Values;

/// <summary>A value that must be shown to nobody. Its text never contains the value.</summary>
public sealed record SecretValue(PropertyValue Value) : PropertyValue
{
    public override string ToString() => "[secret]";
}
