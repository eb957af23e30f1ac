namespace OvhIplb.Components.Tests.Conventions;

/// <summary>Finds files that are not copied beside the tests.</summary>
internal static class RepositoryFolder
{
    /// <summary>The folder that holds the solution.</summary>
    public static string Root { get; } = Find();

    /// <summary>A schema and what Pulumi's own generator made of it; it lies beside the repository in some places only.</summary>
    public static string GeneratedSample { get; } = Path.Combine(Root, "..", "shared", "pulumi", "generated-sdk-sample");

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder != null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "OvhIplbComponents.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("The tests do not run from a folder of the repository.");
    }
}
