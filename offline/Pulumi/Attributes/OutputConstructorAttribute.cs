namespace Pulumi;

/// <summary>Marks the constructor that takes the values of an <see cref="OutputTypeAttribute"/> class.</summary>
[AttributeUsage(AttributeTargets.Constructor)]
public sealed class OutputConstructorAttribute : Attribute
{
}
