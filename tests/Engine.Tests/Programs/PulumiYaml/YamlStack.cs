using Engine.Configuration;
using Engine.Programs.PulumiYaml;
using Engine.State;
using Engine.Tests.Fakes;

namespace Engine.Tests.Programs.PulumiYaml;

/// <summary>A program in YAML on the fake provider's stack, in a folder of its own.</summary>
internal sealed class YamlStack : IAsyncDisposable
{
    private readonly Stack _stack;

    private YamlStack(Stack stack) => _stack = stack;

    public string Folder { get; } = Directory.CreateTempSubdirectory("engine-yaml-").FullName;

    public string File => Path.Combine(Folder, "Pulumi.yaml");

    public FakeProvider Provider => _stack.Provider;

    public MemoryStore State => _stack.Store;

    public string Printed => _stack.Printed;

    /// <param name="program">What stands below the project's name and runtime.</param>
    public static async Task<YamlStack> StartAsync(string program)
    {
        var yaml = new YamlStack(await Stack.StartAsync());
        yaml.Change(program);
        return yaml;
    }

    /// <summary>The outputs of a program without resources of its own, as JSON.</summary>
    public static async Task<string> OutputsAsync(string program)
    {
        await using var stack = await StartAsync(program);
        await stack.UpAsync();
        return stack.Outputs();
    }

    public void Change(string program) => System.IO.File.WriteAllText(File, $"name: proj\nruntime: yaml\n{program}");

    public async Task<PhaseResult> UpAsync(EngineOptions? options = null)
    {
        var result = await RunAsync(dryRun: false, options);
        Assert.True(result.Good, Printed);
        return result;
    }

    public async Task PreviewAsync() => Assert.True((await RunAsync(dryRun: true)).Good, Printed);

    /// <summary>What is printed of a program that fails, or that is refused before it runs.</summary>
    public async Task<string> FailAsync(bool dryRun = false, EngineOptions? options = null)
    {
        try
        {
            Assert.False((await RunAsync(dryRun, options)).Good, Printed);
            return Printed;
        }
        catch (UserException refused)
        {
            return refused.Message;
        }
    }

    /// <summary>The stack's outputs as JSON, secrets marked as on the wire.</summary>
    public string Outputs() => Literal.Text(State.Entry("proj-dev").Outputs);

    public static string UrnOf(string name) => Stack.UrnOf(name);

    /// <summary>The inputs of the one object that was created, as JSON.</summary>
    public string Created() => Literal.Text(Assert.Single(Provider.Requests<Pulumirpc.CreateRequest>("Create")).Properties);

    public ResourceEntry Entry(string name) => State.Entry(name);

    public async ValueTask DisposeAsync()
    {
        await _stack.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }

    private async Task<PhaseResult> RunAsync(bool dryRun, EngineOptions? options = null)
    {
        _stack.NextCommand();
        var project = Engine.Project.ProjectFile.Find(Folder);
        _stack.Settings = StackSettings.Read(project, "dev", "pass");
        var program = new YamlProgram(project, _stack.Host);
        await program.PrepareAsync(TestContext.Current.CancellationToken);
        return await _stack.Running(program, options, TestContext.Current.CancellationToken).UpdateAsync(dryRun);
    }
}
