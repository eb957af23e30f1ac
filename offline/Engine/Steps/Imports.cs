using Engine.Display;
using Engine.Plugins;
using Engine.State;
using Google.Protobuf.WellKnownTypes;
using Pulumirpc;

namespace Engine.Steps;

/// <summary>
/// Taking over an object that exists: Read with the id alone, Check, Diff, and an update where the program wants it otherwise.
/// </summary>
internal sealed class Imports(Deployment deployment)
{
    public async Task<ResourceEntry> ImportAsync(Goal goal, ResourceEntry? old, Provider provider, string reference, Operations operations)
    {
        var id = goal.Request.ImportId;
        var imported = await ReadAsync(goal, provider, reference, id);
        var seed = deployment.NewSeed();
        var response = await provider.CheckAsync(
            goal.Urn, imported.Inputs ?? new Struct(), goal.Inputs, seed, deployment.Abort);
        Checks.ThrowIfRefused(goal.Urn, goal.Inputs, response);
        var diff = await provider.DiffAsync(imported, response.Inputs, goal.Request.IgnoreChanges, deployment.Abort);
        var replaces = diff.Replaces.Count > 0;
        var changed = !replaces && diff.Changes == DiffResponse.Types.DiffChanges.DiffSome;
        var stored = replaces || changed ? imported : imported with { Inputs = response.Inputs };
        await deployment.Gate.RunAsync(() =>
        {
            deployment.Report.Begin(StepKind.Import, goal.Urn, [], stored.Inputs);
            if (old is not null && !old.External)
            {
                // The object of the old id gives way to the imported one.
                deployment.Journal.Change(old, old with { Delete = true }, save: false);
                old = null;
            }

            deployment.Journal.Visit(old, stored);
            deployment.Report.Done(StepKind.Import, goal.Urn);
            return Task.FromResult(stored);
        });
        if (replaces)
        {
            const string Text = "previously-imported resources that still specify an ID may not be replaced; please remove the `import` "
                + "declaration from your program";
            if (!deployment.DryRun)
            {
                throw new StepException(goal.Urn, [Text], operation: true);
            }

            deployment.Report.Warning(goal.Urn, Text);
            return await ReplaceAsync(goal, stored, provider, reference, seed, Changes.Of(stored, response.Inputs, diff), operations);
        }

        var draft = goal.Entry(reference, response.Inputs) with { Id = stored.Id, Created = stored.Created };
        return changed
            ? await operations.UpdateAsync(stored, stored, draft, provider, Changes.Of(stored, response.Inputs, diff))
            : stored;
    }

    // Only in a preview: what the refused replacement would have led to is still shown.
    private async Task<ResourceEntry> ReplaceAsync(
        Goal goal, ResourceEntry stored, Provider provider, string reference, byte[] seed,
        IReadOnlyList<PropertyChange> changes, Operations operations)
    {
        var response = await provider.CheckAsync(goal.Urn, new Struct(), goal.Inputs, seed, deployment.Abort);
        Checks.ThrowIfRefused(goal.Urn, goal.Inputs, response);
        deployment.Report.Begin(StepKind.Replace, goal.Urn, changes);
        deployment.Report.Count(StepKind.Replace);
        return await operations.CreateAsync(
            StepKind.CreateReplacement, stored, goal.Entry(reference, response.Inputs), provider, changes);
    }

    private async Task<ResourceEntry> ReadAsync(Goal goal, Provider provider, string reference, string id)
    {
        var draft = goal.Entry(reference, null);
        try
        {
            var read = await provider.ReadAsync(goal.Urn, id, null, null, draft.Timeouts.Read, deployment.Abort);
            if (read.Id.Length == 0)
            {
                throw new StepException(goal.Urn, [$"resource '{id}' does not exist"], operation: true);
            }

            return Imported(draft, read.Id, read.Properties, read.Inputs) with { RefreshBeforeUpdate = read.RefreshBeforeUpdate };
        }
        catch (ProviderException error) when (error.Partial is { } partial)
        {
            return Imported(draft, partial.Id, partial.Properties, partial.Inputs) with { InitErrors = [.. partial.Reasons] };
        }
    }

    private ResourceEntry Imported(ResourceEntry draft, string id, Struct? outputs, Struct? inputs) =>
        inputs is null
            ? throw new StepException(
                draft.Urn,
                [$"the provider does not support importing {draft.Type}: it answered no inputs"],
                operation: true)
            : deployment.Dated(Operations.Complete(draft, id, outputs ?? new Struct()) with { Inputs = inputs });
}
