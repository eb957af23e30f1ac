namespace Conformance;

/// <summary>Finds files of the repository, and of the facts that may lie beside it.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string File(string path) => Path.Combine(Root, path);

    /// <summary>A file of the facts beside the repository; the test is skipped where they are not there.</summary>
    public static string Fact(string path)
    {
        string full = Path.Combine(Root, "..", "shared", path);
        Assert.SkipUnless(System.IO.File.Exists(full), $"{Path.GetFileName(path)} is not beside this repository");
        return full;
    }

    private static string FindRoot()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !System.IO.File.Exists(Path.Combine(folder, "OvhIplbComponents.sln")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? throw new InvalidOperationException("The tests do not run from inside the repository.");
    }
}
