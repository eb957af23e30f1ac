using System.Collections.Concurrent;
using Engine.Display;
using Engine.Plugins;
using Engine.State;
using Engine.Values;
using Google.Protobuf.WellKnownTypes;

namespace Engine.Steps;

/// <summary>
/// Replacement by deletion first: whoever depends on the object and would have to be replaced with it is deleted before it.
/// Deleted entries stay with <c>pendingReplacement</c> until their successor exists.
/// </summary>
internal sealed class DeleteFirst(Deployment deployment)
{
    private readonly ConcurrentDictionary<string, byte> _deleted = new(StringComparer.Ordinal);
    private readonly Operations _operations = new(deployment);

    /// <summary>Whether this run deleted the resource because another one it depends on was.</summary>
    public bool WasDeleted(string urn) => _deleted.ContainsKey(urn);

    /// <summary>Deletes the dependents and then, unless an earlier run did, the resource; answers its entry as it stands now.</summary>
    public async Task<ResourceEntry> DeleteAsync(ResourceEntry old, Provider provider)
    {
        // Dependents of dependents come first.
        foreach (var dependent in Enumerable.Reverse(await DependentsAsync(old)))
        {
            if (dependent.Protect)
            {
                throw new StepException(dependent.Urn, [Deletions.Refused(dependent.Urn)], operation: true);
            }

            _deleted[dependent.Urn] = 0;
            await DeleteAsync(dependent, () => deployment.ProviderAsync(dependent.Provider), call: true);
        }

        return old.PendingReplacement
            ? old
            : await DeleteAsync(old, () => Task.FromResult(provider), call: true);
    }

    private async Task<ResourceEntry> DeleteAsync(ResourceEntry entry, Func<Task<Provider>> provider, bool call) =>
        (await _operations.DeleteAsync(
            StepKind.DeleteReplaced,
            entry,
            call && !entry.RetainOnDelete,
            provider,
            deleted => deployment.Journal.Change(deleted, deleted with { PendingReplacement = true }, save: !deployment.DryRun)))!;

    private async Task<List<ResourceEntry>> DependentsAsync(ResourceEntry root)
    {
        var found = new List<ResourceEntry>();
        var replaced = new HashSet<string>(StringComparer.Ordinal) { root.Urn };
        foreach (var entry in deployment.Journal.Unvisited())
        {
            if (entry.Delete || !entry.Custom || entry.IsProvider || entry.External || replaced.Contains(entry.Urn))
            {
                continue;
            }

            string[] keys = [.. entry.PropertyDependencies.Where(pair => pair.Value.Any(replaced.Contains)).Select(pair => pair.Key)];
            if (keys.Length > 0 && await IsReplacedAsync(entry, keys))
            {
                replaced.Add(entry.Urn);
                found.Add(entry);
            }
        }

        return found;
    }

    // The provider is asked with every input that comes from a deleted resource unknown, whatever type it has.
    private async Task<bool> IsReplacedAsync(ResourceEntry entry, string[] keys)
    {
        var unknown = (entry.Inputs ?? new Struct()).Clone();
        foreach (var key in keys.Where(unknown.Fields.ContainsKey))
        {
            unknown.Fields[key] = Value.ForString(Sentinels.Unknown);
        }

        var provider = await deployment.ProviderAsync(entry.Provider);
        var diff = await provider.DiffAsync(entry, unknown, entry.IgnoreChanges, deployment.Abort);
        Replacements.Apply(diff, entry, unknown, entry.ReplaceOnChanges);
        return diff.Replaces.Count > 0;
    }
}
