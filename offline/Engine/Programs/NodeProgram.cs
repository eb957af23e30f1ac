using System.Globalization;
using System.Text.Json;
using Engine.Project;

namespace Engine.Programs;

/// <summary>
/// A program in TypeScript or JavaScript, run by the Pulumi SDK that is installed beside it, as Pulumi's own language host has it run.
/// </summary>
internal sealed class NodeProgram(
    ProjectFile project, IReadOnlyDictionary<string, string> environment, TimeProvider time, CancellationToken abort) : IProgram
{
    private const string Runner = "@pulumi/pulumi/cmd/run";

    private string? _node;
    private string? _runner;

    // A program that is a file of its own is run in the folder of that file.
    private string Folder => File.Exists(project.Main) ? Path.GetDirectoryName(project.Main)! : project.Main;

    private string EntryPoint => File.Exists(project.Main) ? Path.GetFileName(project.Main) : ".";

    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        if (!Directory.Exists(Folder))
        {
            throw new UserException($"main: there is no {Folder}");
        }

        _node = SearchPath.Find("node", environment)
            ?? throw new UserException("the program needs Node.js: no 'node' found on the PATH");
        var said = new List<string>();
        // Node.js knows best where it looks: package managers differ in where they put things.
        var code = await ChildProcess.RunAsync(
            _node,
            ["-p", $"require.resolve('{Runner}')"],
            Folder,
            environment,
            (line, _) =>
            {
                lock (said)
                {
                    said.Add(line);
                }
            },
            time,
            abort,
            cancellationToken);
        var text = string.Join('\n', said);
        if (code != 0 && text.Contains($"Cannot find module '{Runner}'", StringComparison.Ordinal))
        {
            throw new UserException($"the program in {Folder} has no @pulumi/pulumi installed: run `npm install` there first");
        }

        _runner = code == 0
            ? text.Trim()
            : throw new UserException($"the Pulumi SDK of the program in {Folder} could not be found:\n{text}");
    }

    public Task<int> RunAsync(RunRequest request, CancellationToken cancellationToken)
    {
        if (_node is null || _runner is null)
        {
            throw new InvalidOperationException("The program was run before it was prepared.");
        }

        return ChildProcess.RunAsync(
            _node, [.. project.Node.Arguments, _runner, .. Arguments(request)], Folder, Variables(request), request
                .Output, time, abort, cancellationToken);
    }

    private IEnumerable<string> Arguments(RunRequest request) =>
    [
        "--monitor", request.EngineAddress,
        "--engine", request.EngineAddress,
        "--organization", "organization",
        "--project", request.Project,
        "--root-directory", request.RootDirectory,
        "--stack", request.Stack,
        "--pwd", Folder,
        .. request.DryRun ? ["--dry-run"] : Array.Empty<string>(),
        "--parallel", request.Parallel.ToString(CultureInfo.InvariantCulture),
        EntryPoint,
    ];

    private Dictionary<string, string> Variables(RunRequest request)
    {
        var variables = new Dictionary<string, string>
        {
            ["PULUMI_CONFIG"] = JsonSerializer.Serialize(request.Configuration),
            ["PULUMI_CONFIG_SECRET_KEYS"] = JsonSerializer.Serialize(request.SecretKeys),
        };
        if (project.Node.TypeScript)
        {
            variables["PULUMI_NODEJS_TYPESCRIPT"] = "true";
        }

        if (project.Node.TypeScriptConfiguration is { } configuration)
        {
            variables["PULUMI_NODEJS_TSCONFIG_PATH"] = configuration;
        }

        foreach ((var name, var value) in environment)
        {
            variables[name] = value;
        }

        return variables;
    }
}
