using System.Reflection;

namespace EndToEnd;

/// <summary>Where what is tested was built to.</summary>
internal static class Paths
{
    public static string Plugin { get; } = Path.Combine(Metadata("RepositoryRoot"), "plugin");

    public static string Example { get; } = Path.Combine(Metadata("RepositoryRoot"), "examples", "quickstart");

    public static string StackProgram { get; } = Metadata("StackProgram");

    private static string Metadata(string key) => typeof(Paths).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == key).Value!;
}
