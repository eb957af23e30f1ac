
namespace OvhIplb.Provider.Framework.Values;

/// <summary>The absence of a value. Inside an object it means the same as a missing key.</summary>
public sealed record NullValue : PropertyValue
{
    private NullValue()
    {
    }

    public static NullValue Instance { get; } = new();

    public override string ToString() => "null";
}
