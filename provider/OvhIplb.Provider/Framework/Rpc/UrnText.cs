
namespace OvhIplb.Provider.Framework.Rpc;

/// <summary>Reads <c>urn:pulumi:stack::project::parent$type::name</c>.</summary>
internal static class UrnText
{
    /// <summary>The type of the resource without those of its parents; empty where it is no URN.</summary>
    public static string Type(string urn) => Parts(urn) is [_, _, var types, ..] ? types[(types.LastIndexOf('$') + 1)..] : "";

    /// <summary>The name, which may itself contain <c>::</c>; empty where it is no URN.</summary>
    public static string Name(string urn) => Parts(urn) is [_, _, _, var name] ? name : "";

    /// <summary>The project of the program; empty where it is no URN.</summary>
    public static string Project(string urn) => Parts(urn) is [_, var project, _, ..] ? project : "";

    private static string[] Parts(string urn) => urn.Split("::", 4);
}
