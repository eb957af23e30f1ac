
namespace OvhIplb.Provider.Framework.Schema;

/// <summary>One allowed value of an <see cref="EnumType"/>.</summary>
/// <param name="Name">The member's name in generated code, for example <c>Park</c>.</param>
/// <param name="Value">The value on the wire, for example <c>park</c>.</param>
/// <param name="Description">What choosing it does.</param>
public sealed record EnumMember(string Name, string Value, string Description);
