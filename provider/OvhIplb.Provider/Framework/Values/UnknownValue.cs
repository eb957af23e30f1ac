
namespace OvhIplb.Provider.Framework.Values;

/// <summary>A value that is not known yet: in a preview, the output of a resource that does not exist yet.</summary>
public sealed record UnknownValue : PropertyValue
{
    private UnknownValue()
    {
    }

    public static UnknownValue Instance { get; } = new();

    public override string ToString() => "unknown";
}
