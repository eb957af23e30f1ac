using System.Text.Json;

namespace OvhIplb.Testing;

/// <summary>A resource in the state.</summary>
/// <param name="Urn">Its URN.</param>
/// <param name="Type">Its type, such as <c>ovh-iplb:index:FailoverAttachment</c>.</param>
/// <param name="Id">Its id; empty for a component.</param>
/// <param name="Protected">Whether it may not be deleted.</param>
/// <param name="Inputs">What the program declared. A secret reads <c>[secret]</c>, as the Pulumi CLI shows it.</param>
/// <param name="Outputs">What the provider answered, secrets likewise.</param>
public sealed record StackResource(
    string Urn,
    string Type,
    string Id,
    bool Protected,
    IReadOnlyDictionary<string, JsonElement> Inputs,
    IReadOnlyDictionary<string, JsonElement> Outputs)
{
    /// <summary>Its name in the program.</summary>
    // The fourth part of the URN, which may itself hold the separator.
    public string Name => Urn.Split("::", 4)[3];
}
