using Engine.Configuration;
using Engine.Project;

namespace Engine.Tests.Project;

/// <summary>A folder with a project of the name <c>quick</c>.</summary>
internal sealed class ProjectFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("engine project ").FullName;

    public string File => System.IO.Path.Combine(Path, "Pulumi.yaml");

    public string StackFile => System.IO.Path.Combine(Path, "Pulumi.dev.yaml");

    /// <summary>What is read of <c>Pulumi.yaml</c>.</summary>
    /// <param name="text">What stands there below the name and the runtime.</param>
    /// <param name="runtime">The runtime, as YAML.</param>
    public ProjectFile Read(string text, string runtime = "dotnet")
    {
        System.IO.File.WriteAllText(File, $"name: quick\nruntime: {runtime}\n{text}\n");
        return ProjectFile.Find(Path);
    }

    /// <summary>What is read of <c>Pulumi.dev.yaml</c> beside it.</summary>
    public StackSettings ReadStack(string project, string stack)
    {
        System.IO.File.WriteAllText(StackFile, stack);
        return StackSettings.Read(Read(project), "dev", "");
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
