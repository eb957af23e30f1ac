namespace OvhIplb.Provider.WireTests.Plugin;

/// <summary>
/// The plugin these tests are about: <c>plugin/pulumi-resource-ovh-iplb</c> of this repository, or the file that the environment
/// variable <c>OVH_IPLB_PLUGIN</c> names.
/// </summary>
internal static class PluginBinary
{
    private const string Variable = "OVH_IPLB_PLUGIN";

    /// <summary>The folder that holds the solution.</summary>
    public static string RepositoryRoot { get; } = FindRepositoryRoot();

    public static string Path { get; } = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given
        ? System.IO.Path.GetFullPath(given)
        : System.IO.Path.Combine(RepositoryRoot, "plugin", "pulumi-resource-ovh-iplb");

    private static string FindRepositoryRoot()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(System.IO.Path.Combine(folder.FullName, "OvhIplbComponents.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException($"No repository above {AppContext.BaseDirectory}.");
    }
}
