namespace Pulumi;

/// <summary>Marks a field or property of an arguments class as an argument.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class InputAttribute : Attribute
{
    /// <param name="name">The argument's name in the schema.</param>
    /// <param name="required">Whether it must be given.</param>
    /// <param name="json">Whether the value travels as JSON text, as provider arguments that are not strings do.</param>
    public InputAttribute(string name, bool required = false, bool json = false)
    {
        Name = name;
        IsRequired = required;
        IsJson = json;
    }

    internal string Name { get; }

    internal bool IsRequired { get; }

    internal bool IsJson { get; }
}
