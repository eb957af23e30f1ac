namespace OvhIplb.Provider.WireTests.Plugin;

/// <summary>
/// The plugin these tests are about: <c>plugin/pulumi-resource-ovh-iplb</c> of this repository, or the file that the environment
/// variable <c>OVH_IPLB_PLUGIN</c> names.
/// </summary>
internal static class PluginBinary
{
    private const string Variable = "OVH_IPLB_PLUGIN";

    public static string Path { get; } = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given
        ? System.IO.Path.GetFullPath(given)
        : System.IO.Path.Combine(Repository.Root, "plugin", "pulumi-resource-ovh-iplb");
}
