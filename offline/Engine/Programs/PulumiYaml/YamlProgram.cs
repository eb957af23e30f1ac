using Engine.Plugins;
using Engine.Project;
using Grpc.Core;
using Pulumirpc;

namespace Engine.Programs.PulumiYaml;

/// <summary>A program in Pulumi YAML: the project file itself. It is run here, by the documented rules of the language.</summary>
internal sealed class YamlProgram(ProjectFile project, IPluginHost plugins) : IProgram
{
    private const int FailedAndReported = 32;
    private const int Interrupted = 130;

    private Template? _template;
    private Packages? _packages;

    public Task PrepareAsync(CancellationToken cancellationToken)
    {
        var template = TemplateReader.Read(project);
        new Names(template).Check();
        _template = template;
        return Task.CompletedTask;
    }

    public async Task<int> RunAsync(RunRequest request, CancellationToken cancellationToken)
    {
        var template = _template ?? throw new InvalidOperationException("The program was run before it was prepared.");
        using var channel = Channel.To(request.EngineAddress);
        IReadOnlyList<Exception> errors;
        try
        {
            // What a plugin says of its package is the same in the preview and in the update.
            _packages ??= await Packages.LoadAsync(template, plugins, request.EngineAddress, cancellationToken);
            var monitor = new ResourceMonitor.ResourceMonitorClient(channel);
            errors = await new Execution(template, _packages, project.Main, request, monitor, cancellationToken).RunAsync();
        }
        catch (Exception error) when (error is UserException or RpcException or OperationCanceledException)
        {
            errors = [error];
        }

        if (cancellationToken.IsCancellationRequested)
        {
            return Interrupted;
        }

        var engine = new Pulumirpc.Engine.EngineClient(channel);
        foreach (var error in errors)
        {
            var message = error is UserException ? error.Message : $"the program failed: {error}";
            await engine.LogAsync(new LogRequest { Severity = LogSeverity.Error, Message = message }, cancellationToken: cancellationToken);
        }

        return errors.Count == 0 ? 0 : FailedAndReported;
    }
}
