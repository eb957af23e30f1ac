using System.Reflection;

namespace EndToEnd;

/// <summary>Where what is tested was built to.</summary>
internal static class Paths
{
    /// <summary>The example in YAML, from the root of the repository.</summary>
    public const string YamlExample = "examples/yaml";

    public static string Root { get; } = Metadata("RepositoryRoot");

    public static string Plugin { get; } = Path.Combine(Root, "plugin");

    public static string Examples { get; } = Path.Combine(Root, "examples");

    /// <summary>The program of an example, by the name of its assembly.</summary>
    public static string Program(string name) => Metadata(name);

    private static string Metadata(string key) => typeof(Paths).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == key).Value!;
}
