namespace Pulumi;

/// <summary>Marks a property of a resource or stack as an output.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class OutputAttribute : Attribute
{
    /// <param name="name">The output's name; the property's own by default.</param>
    public OutputAttribute(string? name = null) => Name = name;

    public string? Name { get; }
}
