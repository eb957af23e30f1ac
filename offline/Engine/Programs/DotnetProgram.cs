using Engine.Project;

namespace Engine.Programs;

/// <summary>A C# program: built once a command unless the project names the binary, then run as a process.</summary>
internal sealed class DotnetProgram(
    ProjectFile project, IReadOnlyDictionary<string, string> environment, TimeProvider time, CancellationToken abort) : IProgram
{
    private string? _binary = project.Binary;

    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        if (_binary is not null)
        {
            _binary = File.Exists(_binary) ? _binary : throw new UserException($"runtime.options.binary: {_binary} does not exist");
            return;
        }

        var lines = new List<string>();
        // Without node reuse: build nodes that outlive the build would keep our end of their output open.
        var code = await ChildProcess.RunAsync(
            "dotnet",
            ["build", project.Main, "--nologo", "-v", "quiet", "-nodeReuse:false", "-t:Build", "-getProperty:TargetPath"],
            project.Main,
            environment,
            (line, _) =>
            {
                lock (lines)
                {
                    lines.Add(line);
                }
            },
            time,
            abort,
            cancellationToken);
        var target = lines.LastOrDefault(line => line.Trim().Length > 0)?.Trim() ?? "";
        if (code != 0 || !File.Exists(target))
        {
            // MSBuild answers where the program would be also where it is not.
            var said = lines.Where(static line => !line.EndsWith(".dll", StringComparison.OrdinalIgnoreCase));
            throw new UserException($"the program in {project.Main} could not be built:\n{string.Join('\n', said)}");
        }

        _binary = target;
    }

    public Task<int> RunAsync(RunRequest request, CancellationToken cancellationToken)
    {
        var binary = _binary ?? throw new InvalidOperationException("The program was run before it was prepared.");
        var assembly = binary.EndsWith(".dll", StringComparison.OrdinalIgnoreCase);
        var variables = new Dictionary<string, string>(request.Environment());
        foreach ((var name, var value) in environment)
        {
            variables[name] = value;
        }

        return ChildProcess.RunAsync(
            assembly ? "dotnet" : binary, assembly
                ? [binary]
                : [], project.Main, variables, request.Output, time, abort, cancellationToken);
    }
}
