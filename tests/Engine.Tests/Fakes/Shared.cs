namespace Engine.Tests.Fakes;

/// <summary>Material that may stand beside the repository: recordings of the real engine and its schemas.</summary>
internal static class Shared
{
    /// <summary>The text of a file; skips the test where the material is absent.</summary>
    public static string Read(string path)
    {
        for (DirectoryInfo? at = new(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "OvhIplbComponents.sln")))
            {
                string file = Path.Combine(at.FullName, "..", "shared", path);
                Assert.SkipUnless(File.Exists(file), $"../shared/{path} is not beside the repository");
                return File.ReadAllText(file);
            }
        }

        throw new InvalidOperationException("The tests do not run inside the repository.");
    }
}
