using System.Reflection;

namespace OvhIplb.Testing;

/// <summary>A stack program that a test project references, as OvhIplb.Testing.targets wrote it into the test's assembly.</summary>
/// <param name="Path">The built program.</param>
/// <param name="Project">The folder of its project.</param>
internal sealed record StackProgram(string Path, string Project)
{
    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    /// <summary>All that the assemblies of this process reference.</summary>
    public static IReadOnlyList<StackProgram> Referenced() =>
    [
        .. AppDomain.CurrentDomain.GetAssemblies()
            .SelectMany(static assembly => assembly.GetCustomAttributes<AssemblyMetadataAttribute>())
            .Where(static attribute => attribute is { Key: nameof(StackProgram), Value: not null })
            .Select(static attribute => attribute.Value!.Split('|'))
            .Select(static parts => new StackProgram(parts[0], parts[1])),
    ];
}
