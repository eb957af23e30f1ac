namespace Conformance;

/// <summary>The facts that may lie beside the repository.</summary>
internal static class Facts
{
    /// <summary>A file of theirs; the test is skipped where it is not there.</summary>
    public static string Find(string path)
    {
        var full = Repository.Beside(path);
        Assert.SkipUnless(File.Exists(full), $"{Path.GetFileName(path)} is not beside this repository");
        return full;
    }
}
