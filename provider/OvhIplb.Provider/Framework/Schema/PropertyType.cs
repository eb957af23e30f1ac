
namespace OvhIplb.Provider.Framework.Schema;

/// <summary>What values a property takes.</summary>
public abstract record PropertyType
{
    private protected PropertyType()
    {
    }

    public sealed record Text : PropertyType;

    public sealed record Boolean : PropertyType;

    /// <summary>A whole number, exact up to 2^53.</summary>
    public sealed record Integer : PropertyType;

    public sealed record Number : PropertyType;

    /// <summary>A list of strings.</summary>
    /// <param name="IsSet">Whether order and repetition mean nothing.</param>
    public sealed record TextList(bool IsSet) : PropertyType;

    /// <summary>Strings by name.</summary>
    public sealed record TextMap : PropertyType;

    /// <summary>A string out of a closed list, an enum type of the package.</summary>
    public sealed record Choice(EnumType Type) : PropertyType;

    /// <summary>A list of objects of a named type of the package.</summary>
    public sealed record ObjectList(ObjectType Type) : PropertyType;
}
