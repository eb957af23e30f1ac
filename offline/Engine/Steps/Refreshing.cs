using Engine.Display;
using Engine.Plugins;
using Engine.State;
using Engine.Values;
using Google.Protobuf.WellKnownTypes;
using Pulumirpc;

namespace Engine.Steps;

/// <summary>
/// Reads every resource and takes what it finds into the state. Drift is made visible by a diff with exchanged roles: what was
/// read is the old, the saved inputs are the new.
/// </summary>
/// <param name="counted">Whether what is found counts as the command's own changes.</param>
internal sealed class Refreshing(Deployment deployment, bool counted)
{
    /// <param name="chosen">Which resources are read; the others keep their entries.</param>
    public async Task RunAsync(Func<ResourceEntry, bool> chosen)
    {
        var entries = deployment.Journal.Unvisited();
        await Task.WhenAll(entries.Where(entry => chosen(entry)).Select(RefreshAsync));
        DropDangling();
        deployment.Journal.Save();
    }

    private async Task RefreshAsync(ResourceEntry entry)
    {
        if (!entry.Custom || entry.IsProvider)
        {
            if (!Urn.IsDefaultProvider(entry.Urn))
            {
                Count(StepKind.Same);
            }

            return;
        }

        try
        {
            var provider = await deployment.ProviderAsync(entry.Provider);
            await deployment.Gate.RunAsync(() => ReadAsync(entry, provider));
        }
        catch (Exception error) when (error is ProviderException or UserException)
        {
            deployment.Fail(new StepException(entry.Urn, [error.Message], operation: true));
        }
        catch (StoppedException)
        {
            // Somebody else's failure has been reported.
        }
    }

    private async Task<bool> ReadAsync(ResourceEntry entry, Provider provider)
    {
        var read = await ReadNowAsync(entry, provider);
        if (read is null)
        {
            deployment.Report.Found(StepKind.Delete, entry.Urn, []);
            deployment.Journal.Remove(entry);
            Count(StepKind.Delete);
            return true;
        }

        IReadOnlyList<PropertyChange> changes = [];
        if (!entry.External)
        {
            var diff = await provider.DiffAsync(
                read, entry.Inputs ?? new Struct(), entry.IgnoreChanges, deployment.Abort);
            changes = diff.Changes == DiffResponse.Types.DiffChanges.DiffNone ? [] : Changes.Inverted(entry, read, diff);
        }

        var same = PropertyValue.AreEqual(entry.Inputs, read.Inputs) && PropertyValue.AreEqual(entry.Outputs, read.Outputs)
            && entry.Id == read.Id;
        var healed = !entry.InitErrors.SequenceEqual(read.InitErrors);
        if (!same || healed || entry.RefreshBeforeUpdate != read.RefreshBeforeUpdate)
        {
            deployment.Journal.Change(entry, read with { Modified = same ? entry.Modified : deployment.Now });
        }

        var kind = changes.Count > 0 ? StepKind.Update : StepKind.Same;
        if (kind == StepKind.Update)
        {
            deployment.Report.Found(StepKind.Refresh, entry.Urn, changes);
        }

        Count(kind);
        return true;
    }

    private void Count(StepKind kind)
    {
        if (counted)
        {
            deployment.Report.Count(kind);
        }
    }

    // Null where the object is gone.
    private async Task<ResourceEntry?> ReadNowAsync(ResourceEntry entry, Provider provider)
    {
        try
        {
            var response = await provider.ReadAsync(
                entry.Urn, entry.Id, entry.Outputs ?? new Struct(), entry.Inputs ?? new Struct(), entry.Timeouts.Read, deployment.Abort);
            return response.Id.Length == 0 ? null : Operations.Complete(entry, response.Id, response.Properties) with
            {
                Inputs = response.Inputs ?? entry.Inputs,
                InitErrors = [],
                RefreshBeforeUpdate = response.RefreshBeforeUpdate,
            };
        }
        catch (ProviderException error) when (error.Partial is { } partial)
        {
            deployment.Report.Warning(
                entry.Urn, "Refreshed resource is in an unhealthy state:\n"
                    + string.Join('\n', partial.Reasons.Select(reason => $"* {reason}")));
            return Operations.Complete(entry, partial.Id.Length > 0 ? partial.Id : entry.Id, partial.Properties ?? new Struct()) with
            {
                Inputs = partial.Inputs ?? entry.Inputs,
                InitErrors = [.. partial.Reasons],
                RefreshBeforeUpdate = partial.RefreshBeforeUpdate,
            };
        }
    }

    // What is gone cannot be depended upon any more; properties that then depend on nothing are not listed.
    private void DropDangling()
    {
        var entries = deployment.Journal.Unvisited();
        HashSet<string> urns = [.. entries.Select(entry => entry.Urn)];
        foreach (var entry in entries)
        {
            deployment.Journal.Change(
                entry,
                entry with
                {
                    Dependencies = [.. entry.Dependencies.Where(urns.Contains)],
                    PropertyDependencies = entry.PropertyDependencies.Where(pair => pair.Value.Any(urns.Contains)).ToDictionary(
                        pair => pair.Key, pair => (IReadOnlyList<string>)[.. pair.Value.Where(urns.Contains)], StringComparer.Ordinal),
                    DeletedWith = urns.Contains(entry.DeletedWith) ? entry.DeletedWith : "",
                },
                save: false);
        }
    }
}
