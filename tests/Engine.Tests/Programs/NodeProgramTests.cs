using Engine.Programs;
using Engine.Project;

namespace Engine.Tests.Programs;

/// <summary>How Node.js is started; a script stands in for it, so that these tests do not need it.</summary>
public sealed class NodeProgramTests : IDisposable
{
    private const string Runner = "/modules/@pulumi/pulumi/cmd/run/index.js";

    private readonly string _folder = Directory.CreateTempSubdirectory("engine-node-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task It_is_run_as_by_the_language_host()
    {
        Node($"""
            if [ "$1" = -p ]; then echo {Runner}; exit; fi
            for argument in "$@"; do echo "$argument"; done
            echo "$PULUMI_CONFIG $PULUMI_CONFIG_SECRET_KEYS $PULUMI_NODEJS_TYPESCRIPT"
            pwd
            exit 32
            """);
        var program = Program("runtime: {name: nodejs, options: {nodeargs: --trace-warnings}}");
        await program.PrepareAsync(TestContext.Current.CancellationToken);

        var lines = new List<string>();
        var code = await program.RunAsync(Request(lines, dryRun: true), TestContext.Current.CancellationToken);

        Assert.Equal(32, code);
        Assert.Equal(
            [
                "--trace-warnings", Runner, "--monitor", "127.0.0.1:1", "--engine", "127.0.0.1:1", "--organization", "organization", "--project",
                "proj", "--root-directory", _folder, "--stack", "dev", "--pwd", _folder, "--dry-run", "--parallel", "8", ".",
                """{"proj:size":"3"} ["proj:size"] true""", _folder,
            ],
            lines);
    }

    [Fact]
    public async Task A_main_that_is_a_file_is_run_in_its_folder()
    {
        Node($"""[ "$1" = -p ] && echo {Runner} || echo "$@" """);
        var source = Directory.CreateDirectory(Path.Combine(_folder, "src")).FullName;
        await File.WriteAllTextAsync(Path.Combine(source, "app.js"), "", TestContext.Current.CancellationToken);
        var program = Program("runtime: nodejs\nmain: src/app.js");
        await program.PrepareAsync(TestContext.Current.CancellationToken);

        var lines = new List<string>();
        await program.RunAsync(Request(lines, dryRun: false), TestContext.Current.CancellationToken);

        Assert.EndsWith($"--pwd {source} --parallel 8 app.js", Assert.Single(lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_whose_packages_are_not_installed_is_refused_with_the_way_out()
    {
        Node("echo \"Error: Cannot find module '@pulumi/pulumi/cmd/run' { code: 'MODULE_NOT_FOUND' }\" >&2; exit 1");

        Assert.Equal(
            $"the program in {_folder} has no @pulumi/pulumi installed: run `npm install` there first",
            await RefusedAsync("runtime: nodejs"));
    }

    [Fact]
    public async Task Whatever_else_keeps_the_sdk_from_being_found_is_told()
    {
        Node("echo 'node: bad option' >&2; exit 9");

        Assert.Contains("could not be found:\nnode: bad option", await RefusedAsync("runtime: nodejs"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_node_the_program_is_refused() =>
        Assert.Equal("the program needs Node.js: no 'node' found on the PATH", await RefusedAsync("runtime: nodejs"));

    [Fact]
    public async Task A_main_that_is_not_there_is_refused() =>
        Assert.Equal($"main: there is no {Path.Combine(_folder, "nowhere")}", await RefusedAsync("runtime: nodejs\nmain: nowhere"));

    private async Task<string> RefusedAsync(string project) =>
        (await Assert.ThrowsAsync<UserException>(() => Program(project).PrepareAsync(TestContext.Current.CancellationToken))).Message;

    private NodeProgram Program(string project)
    {
        File.WriteAllText(Path.Combine(_folder, "Pulumi.yaml"), $"name: proj\n{project}\n");
        var environment = new Dictionary<string, string> { ["PATH"] = Path.Combine(_folder, "bin") };
        return new NodeProgram(ProjectFile.Find(_folder), environment, TimeProvider.System, CancellationToken.None);
    }

    private void Node(string script)
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("the stand-in of node is a shell script");
            return;
        }

        var file = Path.Combine(Directory.CreateDirectory(Path.Combine(_folder, "bin")).FullName, "node");
        File.WriteAllText(file, $"#!/bin/sh\n{script}\n");
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserExecute);
    }

    private RunRequest Request(List<string> lines, bool dryRun) => new(
        "proj", "dev", _folder, dryRun, 8, "127.0.0.1:1", new Dictionary<string, string>
        {
            ["proj:size"] = "3"
        }, ["proj:size"], (line, _) => lines.Add(line));
}
