namespace OpenApi;

/// <summary>OVH's own schemas of /ip and /ipLoadbalancing. They are not part of this repository and may lie beside it.</summary>
public static class OvhDocuments
{
    /// <summary>Why a test is skipped.</summary>
    public const string Absent = "ip.openapi.json and iploadbalancing.openapi.json are not beside this repository";

    private static readonly string[] Names = ["ip.openapi.json", "iploadbalancing.openapi.json"];

    /// <summary>Whether both can be read.</summary>
    public static bool AreThere => Names.All(static name => File.Exists(PathOf(name)));

    /// <exception cref="FileNotFoundException">One of them is not there.</exception>
    public static IReadOnlyList<Document> Load() => [.. Names.Select(static name => Document.Parse(File.ReadAllText(PathOf(name))))];

    private static string PathOf(string name) => Repository.Beside($"ovh/{name}");
}
