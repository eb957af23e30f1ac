using Engine.Programs;
using Engine.Project;

namespace Engine.Tests.Programs;

public sealed class NodeProgramTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("engine-node-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task What_has_no_packages_yet_is_told_to_get_them()
    {
        Assert.SkipUnless(await HasNodeAsync(), "Node.js is not installed.");
        Assert.Contains("run `npm ci`", (await RefusedAsync([])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task That_there_is_no_node_is_said() => Assert.Contains(
        "Node.js", (await RefusedAsync(new() { ["PATH"] = _folder })).Message, StringComparison.Ordinal);

    private async Task<UserException> RefusedAsync(Dictionary<string, string> variables)
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "Pulumi.yaml"), "name: quick\nruntime: nodejs\n", TestContext.Current.CancellationToken);
        var program = new NodeProgram(ProjectFile.Find(_folder), variables, TimeProvider.System, CancellationToken.None);
        return await Assert.ThrowsAsync<UserException>(() => program.PrepareAsync(TestContext.Current.CancellationToken));
    }

    private async Task<bool> HasNodeAsync()
    {
        try
        {
            return await ChildProcess.RunAsync("node", ["--version"], _folder, new Dictionary<string, string>(), (_, _) => { }, TimeProvider.System, CancellationToken.None, TestContext.Current.CancellationToken) == 0;
        }
        catch (UserException)
        {
            return false;
        }
    }
}
