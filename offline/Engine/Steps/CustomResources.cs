using Engine.Display;
using Engine.Plugins;
using Engine.State;
using Engine.Values;
using Google.Protobuf.WellKnownTypes;
using Pulumirpc;

namespace Engine.Steps;

/// <summary>
/// Resources a provider manages: Check, then Diff against what the state remembers, then what follows from it - nothing,
/// Update, a replacement or Create.
/// </summary>
internal sealed class CustomResources(Deployment deployment, ProviderResources providers)
{
    private readonly Operations _operations = new(deployment);
    private readonly DeleteFirst _deleteFirst = new(deployment);
    private readonly Imports _imports = new(deployment);

    public async Task<ResourceEntry> RegisterAsync(Goal goal, ResourceEntry? old)
    {
        var request = goal.Request;
        var reference = await providers.ReferenceAsync(request.Provider, goal.Package, request.Version, request.PluginDownloadURL);
        var provider = await deployment.ProviderAsync(reference);
        await provider.IsReadyAsync();
        if (request.ImportId.Length > 0 && (old is null || (old.Id != request.ImportId && old.ImportId != request.ImportId)))
        {
            return await _imports.ImportAsync(goal, old, provider, reference, _operations);
        }

        var seed = deployment.NewSeed();
        var recreated = old is not null && _deleteFirst.WasDeleted(old.Urn);
        if (old is null || old.External || recreated)
        {
            var checkedInputs = await CheckAsync(goal.Urn, provider, new Struct(), goal.Inputs, seed);
            var draft = goal.Entry(reference, checkedInputs);
            if (recreated)
            {
                deployment.Report.Begin(StepKind.Replace, goal.Urn, [.. Changes.Compare(old!.Inputs, checkedInputs)]);
                deployment.Report.Count(StepKind.Replace);
            }

            return await _operations.CreateAsync(
                recreated ? StepKind.CreateReplacement : StepKind.Create, old, draft, provider, null);
        }

        return await ChangeAsync(goal, old with { Urn = goal.Urn }, old, provider, reference, seed);
    }

    /// <summary>
    /// Checks a resource that is not worked on because something it needs failed: whatever else is wrong with it is said at once.
    /// What would have come from the failed one is left out.
    /// </summary>
    public async Task CheckSkippedAsync(Goal goal, ResourceEntry? old)
    {
        var request = goal.Request;
        var reference = await providers.ReferenceAsync(request.Provider, goal.Package, request.Version, request.PluginDownloadURL);
        var provider = await deployment.ProviderAsync(reference);
        await CheckAsync(
            goal.Urn, provider, old?.Inputs ?? new Struct(), PropertyValue.WithoutUnknowns(goal.Inputs), deployment.NewSeed());
    }

    // `past` is the old entry under the URN the program uses now; `old` is what stands in the journal.
    private async Task<ResourceEntry> ChangeAsync(
        Goal goal, ResourceEntry past, ResourceEntry old, Provider provider, string reference, byte[] seed)
    {
        var wanted = Ignoring(goal.Inputs, past.Inputs, goal.Request.IgnoreChanges);
        var news = await CheckAsync(goal.Urn, provider, past.Inputs ?? new Struct(), wanted, seed);
        var otherProvider = await providers.ReplacesResourcesAsync(old.Provider, reference, provider);
        var diff = otherProvider
            ? new DiffResponse { Changes = DiffResponse.Types.DiffChanges.DiffSome, Replaces = { "provider" }, Diffs = { "provider" } }
            : await provider.DiffAsync(past, news, goal.Request.IgnoreChanges, deployment.Abort);
        Replacements.Apply(diff, past, news, goal.Request.ReplaceOnChanges);
        var changes = otherProvider ? [new PropertyChange("provider", null, null, false, true)] : Changes.Of(past, news, diff);
        var draft = goal.Entry(reference, news) with { Id = past.Id, Created = past.Created, Rest = past.Rest };
        if (diff.Replaces.Count > 0 || past.PendingReplacement || past.Taint)
        {
            return await ReplaceAsync(goal, past, old, provider, reference, seed, wanted, diff, changes);
        }

        var changed = diff.Changes == DiffResponse.Types.DiffChanges.DiffSome
            || (diff.Changes == DiffResponse.Types.DiffChanges.DiffUnknown && !PropertyValue.AreEqual(past.Inputs, news));
        if (changed || past.InitErrors.Count > 0)
        {
            return await _operations.UpdateAsync(past, old, draft, provider, changed ? changes : []);
        }

        var same = draft with
        {
            Outputs = past.Outputs,
            Modified = past.Modified,
            RefreshBeforeUpdate = past.RefreshBeforeUpdate,
        };
        deployment.Journal.Visit(old, same, changed: old.Urn != same.Urn || !PropertyValue.AreEqual(old.Inputs, same.Inputs));
        deployment.Report.Done(StepKind.Same, goal.Urn);
        return same;
    }

    private async Task<ResourceEntry> ReplaceAsync(
        Goal goal, ResourceEntry past, ResourceEntry old, Provider provider, string reference, byte[] seed,
        Struct wanted, DiffResponse diff,
        IReadOnlyList<PropertyChange> changes)
    {
        var refused = past.Protect && goal.Request.Protect;
        var protection = new StepException(goal.Urn, [ReplacementRefused(goal.Urn)], operation: true);
        if (refused && !deployment.DryRun)
        {
            throw protection;
        }

        var news = await CheckAsync(goal.Urn, provider, new Struct(), goal.Inputs, seed);
        var draft = goal.Entry(reference, news);
        var deleteFirst = goal.Request.DeleteBeforeReplaceDefined
            ? goal.DeleteBeforeReplace
            : goal.DeleteBeforeReplace || diff.DeleteBeforeReplace;
        if (deleteFirst || past.PendingReplacement)
        {
            old = await _deleteFirst.DeleteAsync(old, provider);
        }

        deployment.Report.Begin(StepKind.Replace, goal.Urn, changes);
        deployment.Report.Count(StepKind.Replace);
        var created = await _operations.CreateAsync(StepKind.CreateReplacement, old, draft, provider, changes);
        if (refused)
        {
            // Only in a preview: what would come after it is still shown.
            deployment.Say(protection);
        }

        return created;
    }

    private async Task<Struct> CheckAsync(string urn, Provider provider, Struct olds, Struct news, byte[] seed)
    {
        var response = await provider.CheckAsync(urn, olds, news, seed, deployment.Abort);
        Checks.ThrowIfRefused(urn, news, response);
        return response.Inputs;
    }

    private static Struct Ignoring(Struct wanted, Struct? olds, IEnumerable<string> paths)
    {
        var kept = wanted.Clone();
        foreach (var path in paths)
        {
            PropertyPath.Parse(path).Copy(olds ?? new Struct(), kept);
        }

        return kept;
    }

    private static string ReplacementRefused(string urn) =>
        $"unable to replace resource \"{urn}\"\nas it is currently marked for protection. To unprotect the resource, remove the `protect` "
            + $"flag from "
        + "the resource in your Pulumi program and run `up`";
}
