using Engine.State;
using Engine.Values;
using Google.Protobuf.WellKnownTypes;
using Pulumirpc;

namespace Engine.Programs.PulumiYaml;

/// <summary>One run of a program: what it says to the engine's monitor, in the order in which the SDKs of other languages say it.</summary>
internal sealed class Execution(
    Template template,
    Packages packages,
    string directory,
    RunRequest request,
    ResourceMonitor.ResourceMonitorClient monitor,
    CancellationToken cancellationToken)
{
    private static readonly string[] Features = ["secrets", "resourceReferences", "aliasSpecs"];

    /// <summary>Runs it to its end and answers what was wrong with it.</summary>
    public async Task<IReadOnlyList<Exception>> RunAsync()
    {
        foreach (var feature in Features)
        {
            var question = new SupportsFeatureRequest { Id = feature };
            if (!(await monitor.SupportsFeatureAsync(question, cancellationToken: cancellationToken)).HasSupport)
            {
                throw new UserException($"the engine does not support {feature}, which programs in YAML need");
            }
        }

        var stack = await monitor.RegisterResourceAsync(
            new RegisterResourceRequest
            {
                Type = Urn.StackType,
                Name = $"{request.Project}-{request.Stack}",
                Object = new Struct(),
                AcceptSecrets = true,
                AcceptResources = true,
                SupportsResultReporting = true,
            },
            cancellationToken: cancellationToken);
        var scope = new Scope();
        var evaluator = Declare(scope, stack.Urn);
        if (await scope.AllAsync() is { Count: > 0 } errors)
        {
            return errors;
        }

        var outputs = await evaluator.EvaluateAsync(template.Outputs);
        await monitor.RegisterResourceOutputsAsync(
            new RegisterResourceOutputsRequest
            {
                Urn = stack.Urn,
                Outputs = outputs.Value.StructValue
            }, cancellationToken: cancellationToken);
        await monitor.SignalAndWaitForShutdownAsync(new Empty(), cancellationToken: cancellationToken);
        return [];
    }

    private Evaluator Declare(Scope scope, string stack)
    {
        var types = new Types(template, packages);
        types.Check();
        var providers = new Providers(template, scope);
        var invocations = new Invocations(scope, providers, packages, monitor, cancellationToken);
        var evaluator = new Evaluator(scope, types, new Functions(directory), invocations, request.DryRun);
        var registrations = new Registrations(stack, scope, evaluator, providers, packages, monitor, cancellationToken);
        scope.Declare(Template.Pulumi, () => Task.FromResult(Evaluated.Of(Pulumi())));
        foreach ((var name, var config) in template.Config)
        {
            scope.Declare(name, () => Task.FromResult(Evaluated.Of(config.Of(request.Configuration, request.SecretKeys))));
        }

        foreach ((var name, var variable) in template.Variables)
        {
            scope.Declare(name, () => evaluator.EvaluateAsync(variable));
        }

        foreach ((var name, var resource) in template.Resources)
        {
            scope.Declare(name, () => registrations.RegisterAsync(resource));
        }

        return evaluator;
    }

    private Value Pulumi() => Value.ForStruct(ValueJson.ToStruct(new System.Text.Json.Nodes.JsonObject
    {
        ["cwd"] = directory,
        ["organization"] = "organization",
        ["project"] = request.Project,
        ["stack"] = request.Stack,
    }));
}
