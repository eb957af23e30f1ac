namespace Pulumi;

/// <summary>Marks a struct that stands for the values of a schema's enum.</summary>
[AttributeUsage(AttributeTargets.Struct)]
public sealed class EnumTypeAttribute : Attribute
{
}
