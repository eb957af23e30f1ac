namespace Engine.State;

/// <summary>Unique resource names: <c>urn:pulumi:&lt;stack&gt;::&lt;project&gt;::&lt;parent$type&gt;::&lt;name&gt;</c>.</summary>
internal static class Urn
{
    public const string StackType = "pulumi:pulumi:Stack";
    public const string ProviderTypePrefix = "pulumi:providers:";
    private const string Prefix = "urn:pulumi:";

    public static string Create(string stack, string project, string? parent, string type, string name)
    {
        var parentType = string.IsNullOrEmpty(parent) ? "" : QualifiedType(parent);
        var qualified = parentType.Length == 0 || parentType == StackType ? type : $"{parentType}${type}";
        return $"{Prefix}{stack}::{project}::{qualified}::{name}";
    }

    public static bool IsUrn(string text) => text.StartsWith(Prefix, StringComparison.Ordinal) && Split(text).Length == 4;

    public static string Stack(string urn) => Split(urn)[0][Prefix.Length..];

    public static string Project(string urn) => Split(urn)[1];

    /// <summary>The type with those of its parents before it, separated by <c>$</c>.</summary>
    public static string QualifiedType(string urn) => Split(urn)[2];

    public static string Type(string urn) => QualifiedType(urn).Split('$')[^1];

    public static string Name(string urn) => Split(urn)[3];

    /// <summary>Whether <paramref name="type"/> is that of a provider, such as <c>pulumi:providers:ovh-iplb</c>.</summary>
    public static bool IsProviderType(string type) => type.StartsWith(ProviderTypePrefix, StringComparison.Ordinal);

    /// <summary>Whether the URN names a provider the engine made itself because nothing named one.</summary>
    public static bool IsDefaultProvider(string urn) =>
        IsProviderType(Type(urn)) && (Name(urn) == "default" || Name(urn).StartsWith("default_", StringComparison.Ordinal));

    /// <summary>The package of a type such as <c>ovh-iplb:index:Refresh</c> or of a provider's type.</summary>
    public static string Package(string type) =>
        IsProviderType(type) ? type[ProviderTypePrefix.Length..] : type.Split(':')[0];

    /// <summary>The URN and the id in a provider reference.</summary>
    public static (string Urn, string Id) SplitReference(string reference)
    {
        var at = reference.LastIndexOf("::", StringComparison.Ordinal);
        return (reference[..at], reference[(at + 2)..]);
    }

    // A name may itself contain "::", hence at most four parts.
    private static string[] Split(string urn) => urn.Split("::", 4);
}
