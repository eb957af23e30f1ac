namespace Engine.Tests.Fakes;

/// <summary>Material that may stand beside the repository: recordings of the real engine and its schemas.</summary>
internal static class Shared
{
    /// <summary>The text of a file; skips the test where the material is absent.</summary>
    public static string Read(string path)
    {
        var file = Repository.Beside(path);
        Assert.SkipUnless(File.Exists(file), $"../shared/{path} is not beside the repository");
        return File.ReadAllText(file);
    }
}
