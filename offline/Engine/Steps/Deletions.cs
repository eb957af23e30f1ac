using Engine.Display;
using Engine.Plugins;
using Engine.State;

namespace Engine.Steps;

/// <summary>
/// What is deleted when the program has ended, or by a destroy: each resource after everything that needs it, the rest in
/// parallel. A resource whose dependents could not be deleted is left alone.
/// </summary>
internal sealed class Deletions(Deployment deployment)
{
    private readonly Operations _operations = new(deployment);

    /// <summary>The words with which a protected resource is kept.</summary>
    public static string Refused(string urn) =>
        $"resource \"{urn}\" cannot be deleted\nbecause it is protected. To unprotect the resource, remove the `protect` flag from the "
            + $"resource "
        + "in your Pulumi program and run `up`; a resource that is not in the program any more has to be declared for that, without the "
        + "flag.";

    /// <summary>Deletes everything the run has not visited.</summary>
    public async Task RunAsync()
    {
        var doomed = deployment.Journal.Unvisited();
        if (deployment.DryRun)
        {
            // What an earlier run left to be deleted is not planned anew, as in the real engine.
            doomed = [.. doomed.Where(
                entry => !entry.Delete || !deployment.Journal.Start.Resources.Any(left => ReferenceEquals(left, entry)))];
        }

        var tasks = new Dictionary<ResourceEntry, Task<bool>>(ReferenceEqualityComparer.Instance);
        // Dependents stand after what they need, so going backwards finds every dependent's task made already.
        foreach (var entry in Order.DependentsFirst(doomed))
        {
            Task<bool>[] dependents = [.. tasks.Where(pair => pair.Key.References().Contains(entry.Urn)).Select(pair => pair.Value)];
            tasks[entry] = AfterAsync(dependents, entry, doomed);
        }

        await Task.WhenAll(tasks.Values);
    }

    private async Task<bool> AfterAsync(Task<bool>[] dependents, ResourceEntry entry, IReadOnlyList<ResourceEntry> doomed)
    {
        var gone = await Task.WhenAll(dependents);
        if (gone.Contains(false))
        {
            return false;
        }

        try
        {
            await DeleteAsync(entry, doomed);
            return true;
        }
        catch (StoppedException)
        {
            return false;
        }
        catch (ProviderException error)
        {
            Fail(entry, error.Message);
            return false;
        }
        catch (UserException error)
        {
            Fail(entry, error.Message);
            return false;
        }
    }

    private async Task DeleteAsync(ResourceEntry entry, IReadOnlyList<ResourceEntry> doomed)
    {
        var kind = entry.External ? StepKind.Discard : entry.Delete ? StepKind.DeleteReplaced : StepKind.Delete;
        var withAnother = entry.DeletedWith.Length > 0 && doomed.Any(other => other.Urn == entry.DeletedWith);
        var call = entry.Custom && !entry.IsProvider && !entry.External && !entry.RetainOnDelete && !withAnother
            && !entry.PendingReplacement;
        if (call)
        {
            // In previews and for what is protected too: a configuration that does not work is seen before anything is deleted.
            await deployment.ProviderAsync(entry.Provider);
        }

        if (deployment.DryRun && entry.Delete)
        {
            // Shown with its replacement.
            return;
        }

        if (entry.Protect && !entry.Delete)
        {
            throw new ProviderException((deployment.DryRun ? "Preview failed: " : "") + Refused(entry.Urn));
        }

        await _operations.DeleteAsync(
            kind,
            entry,
            call,
            () => deployment.ProviderAsync(entry.Provider),
            deleted =>
            {
                deployment.Journal.Remove(deleted);
                return null;
            });
        if (entry.IsProvider && !deployment.DryRun)
        {
            await deployment.Providers.CloseAsync($"{entry.Urn}::{entry.Id}");
        }
    }

    // One failure does not keep the others from being deleted: the gate stays open.
    private void Fail(ResourceEntry entry, string reason)
    {
        var first = !deployment.HasFailed;
        deployment.Failed[entry.Urn] = 0;
        deployment.Report.Error(entry.Urn, reason);
        if (first)
        {
            deployment.Report.Error(deployment.StackUrn, deployment.DryRun ? "preview failed" : "update failed");
        }
    }
}
