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

    private static string PathOf(string name) => Path.Combine(Root, "..", "shared", "ovh", name);

    private static string Root
    {
        get
        {
            string? folder = AppContext.BaseDirectory;
            while (folder is not null && !File.Exists(Path.Combine(folder, "OvhIplbComponents.sln")))
            {
                folder = Path.GetDirectoryName(folder);
            }

            return folder ?? throw new InvalidOperationException("The tests do not run from inside the repository.");
        }
    }
}
