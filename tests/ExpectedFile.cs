namespace Tests;

/// <summary>
/// A committed file that says what a test found. OVH_IPLB_WRITE_EXPECTED=1 writes it anew, to be read before it is committed.
/// </summary>
internal static class ExpectedFile
{
    /// <param name="path">Below the repository's root.</param>
    /// <param name="actual">What was found.</param>
    public static void Require(string path, string actual)
    {
        var file = Path.Combine(Repository.Root, path);
        if (Environment.GetEnvironmentVariable("OVH_IPLB_WRITE_EXPECTED") == "1")
        {
            File.WriteAllText(file, actual);
        }

        Assert.Equal(File.ReadAllText(file), actual);
    }
}
