using System.Globalization;
using Engine.Project;

namespace Engine.Programs;

/// <summary>A program for Node.js, in TypeScript or JavaScript, run by Pulumi's own SDK from the project's <c>node_modules</c>.</summary>
internal sealed class NodeProgram(
    ProjectFile project, IReadOnlyDictionary<string, string> environment, TimeProvider time, CancellationToken abort) : IProgram
{
    private const string Runner = "@pulumi/pulumi/cmd/run";

    private string? _runner;

    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        var said = new List<string>();
        int code = await NodeAsync(["--print", $"require.resolve('{Runner}')"], environment, (line, error) => said.Add(line), cancellationToken).ConfigureAwait(false);
        _runner = code switch
        {
            0 => said[^1],
            1 => throw new UserException($"the program in {project.Main} lacks {Runner}: run `npm ci` or `npm install` there first"),
            _ => throw new UserException($"the program in {project.Main} needs Node.js, which could not be started:\n{string.Join('\n', said)}"),
        };
    }

    public Task<int> RunAsync(RunRequest request, CancellationToken cancellationToken)
    {
        string runner = _runner ?? throw new InvalidOperationException("The program was run before it was prepared.");
        var variables = new Dictionary<string, string>(request.Environment())
        {
            ["PULUMI_NODEJS_TYPESCRIPT"] = "true",
        };
        foreach ((string name, string value) in environment)
        {
            variables[name] = value;
        }

        return NodeAsync(
            [
                runner,
                "--monitor", request.EngineAddress,
                "--engine", request.EngineAddress,
                "--organization", "organization",
                "--project", request.Project,
                "--stack", request.Stack,
                "--root-directory", request.RootDirectory,
                "--pwd", project.Main,
                "--parallel", request.Parallel.ToString(CultureInfo.InvariantCulture),
                .. request.DryRun ? ["--dry-run"] : Array.Empty<string>(),
                ".",
            ],
            variables,
            request.Output,
            cancellationToken);
    }

    private Task<int> NodeAsync(IEnumerable<string> arguments, IReadOnlyDictionary<string, string> variables, Action<string, bool> output, CancellationToken cancellationToken) =>
        ChildProcess.RunAsync("node", arguments, project.Main, variables, output, time, abort, cancellationToken);
}
