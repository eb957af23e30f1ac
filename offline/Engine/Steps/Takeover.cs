using Engine.Display;
using Engine.Plugins;
using Engine.State;

namespace Engine.Steps;

/// <summary>The command <c>import</c>: an object that exists goes into the state, protected, with the inputs its provider reads.</summary>
internal sealed class Takeover(Deployment deployment)
{
    public async Task RunAsync(ImportRequest request)
    {
        var urn = Urn.Create(deployment.Stack, deployment.Project, deployment.StackUrn, request.Type, request.Name);
        try
        {
            var stack = deployment.Journal.Find(deployment.StackUrn);
            deployment.Journal.Visit(stack, stack ?? NewStack(), changed: false);
            var reference = await ReferenceAsync(request.Type);
            foreach (var entry in deployment.Journal.Unvisited().Where(entry => !entry.Delete))
            {
                deployment.Journal.Visit(entry, entry, changed: false);
            }

            if (deployment.Journal.FindVisited(urn) is not null)
            {
                throw new StepException(urn, [$"resource '{urn}' already exists"], operation: false);
            }

            var imported = await ReadAsync(request, urn, reference);
            deployment.Report.Begin(StepKind.Import, urn, null, imported.Inputs);
            deployment.Journal.Visit(null, imported);
            deployment.Report.Done(StepKind.Import, urn);
        }
        catch (Exception error) when (error is ProviderException or UserException)
        {
            deployment.Fail(new StepException(urn, [error.Message], operation: true));
        }
        catch (StepException failure)
        {
            deployment.Fail(failure);
        }
    }

    // The default provider the stack uses already, or a new one.
    private Task<string> ReferenceAsync(string type)
    {
        var package = Urn.Package(type);
        var used = deployment.Journal.Unvisited()
            .LastOrDefault(entry => !entry.Delete && entry.Type == Urn.ProviderTypePrefix + package && Urn.IsDefaultProvider(entry.Urn));
        return used is null
            ? new ProviderResources(deployment).ReferenceAsync("", package, "", "")
            : Task.FromResult($"{used.Urn}::{used.Id}");
    }

    private async Task<ResourceEntry> ReadAsync(ImportRequest request, string urn, string reference)
    {
        var provider = await deployment.ProviderAsync(reference);
        var read = await provider.ReadAsync(urn, request.Id, null, null, 0, deployment.Abort);
        if (read.Id.Length == 0)
        {
            throw new ProviderException($"resource '{request.Id}' does not exist");
        }

        var inputs = read.Inputs
            ?? throw new ProviderException($"the provider does not support importing {request.Type}: it answered no inputs");
        var response = await provider.CheckAsync(urn, inputs, inputs, deployment.NewSeed(), deployment.Abort);
        foreach (var failure in response.Failures)
        {
            deployment.Report.Warning(urn, $"property {failure.Property} has a problem: {failure.Reason}");
        }

        return deployment.Dated(new ResourceEntry
        {
            Urn = urn,
            Type = request.Type,
            Custom = true,
            Id = read.Id,
            Inputs = inputs,
            Outputs = read.Properties,
            Parent = deployment.StackUrn,
            Protect = true,
            Provider = reference,
            RefreshBeforeUpdate = read.RefreshBeforeUpdate,
        });
    }

    private ResourceEntry NewStack() => deployment.Dated(new ResourceEntry { Urn = deployment.StackUrn, Type = Urn.StackType });
}
