using Engine.Display;
using Engine.Plugins;
using Engine.State;
using Engine.Values;
using Google.Protobuf.WellKnownTypes;

namespace Engine.Steps;

/// <summary>
/// Create, Update and Delete with their book-keeping: the operation is noted as pending before the call, and what came of it
/// is in the state before anything else happens. A half-done one is kept with the reasons. Where the user gives up while a call
/// runs, nobody knows what comes of it: it stays pending.
/// </summary>
internal sealed class Operations(Deployment deployment)
{
    /// <param name="kind">A creation or the creation of a replacement.</param>
    /// <param name="old">What stands in the journal for the resource, if anything.</param>
    /// <param name="draft">What is to be created.</param>
    /// <param name="changes">Why a replacement is made, for the report.</param>
    public Task<ResourceEntry> CreateAsync(
        StepKind kind, ResourceEntry? old, ResourceEntry draft, Provider provider, IReadOnlyList<PropertyChange>? changes) =>
        deployment.Gate.RunAsync(async () =>
        {
            var replacement = kind == StepKind.CreateReplacement;
            if (!replacement || !deployment.DryRun)
            {
                deployment.Report.Begin(kind, draft.Urn, replacement ? Summarized(changes) : changes, draft.Inputs);
            }

            var pending = Begin(draft, "creating");
            try
            {
                var response = await provider.CreateAsync(draft, deployment.DryRun, deployment.Abort);
                End(pending);
                var created = deployment.Dated(
                    Complete(draft, response.Id, response.Properties) with { RefreshBeforeUpdate = response.RefreshBeforeUpdate });
                Replace(old, created);
                if (!replacement || !deployment.DryRun)
                {
                    deployment.Report.Done(kind, draft.Urn);
                }

                return created;
            }
            catch (ProviderException error) when (!deployment.Abort.IsCancellationRequested)
            {
                End(pending);
                if (error.Partial is { } partial)
                {
                    Replace(old, deployment.Dated(Complete(draft, partial.Id, partial.Properties ?? new Struct()) with
                    {
                        Inputs = partial.Inputs ?? draft.Inputs,
                        InitErrors = [.. partial.Reasons],
                        RefreshBeforeUpdate = partial.RefreshBeforeUpdate,
                    }));
                }
                else
                {
                    Save();
                }

                deployment.Report.Failed(kind, draft.Urn);
                throw;
            }
        });

    /// <param name="past">The old entry under the URN it has now.</param>
    /// <param name="old">What stands in the journal for it.</param>
    /// <param name="draft">What it becomes.</param>
    public Task<ResourceEntry> UpdateAsync(
        ResourceEntry past, ResourceEntry old, ResourceEntry draft, Provider provider, IReadOnlyList<PropertyChange> changes) =>
        deployment.Gate.RunAsync(async () =>
        {
            deployment.Report.Begin(StepKind.Update, draft.Urn, changes);
            var pending = Begin(past, "updating");
            try
            {
                var response = await provider.UpdateAsync(past, draft, deployment.DryRun, deployment.Abort);
                End(pending);
                var updated = Complete(draft, past.Id, response.Properties) with
                {
                    Modified = deployment.Now,
                    RefreshBeforeUpdate = response.RefreshBeforeUpdate,
                };
                deployment.Journal.Visit(old, updated);
                deployment.Report.Done(StepKind.Update, draft.Urn);
                return updated;
            }
            catch (ProviderException error) when (!deployment.Abort.IsCancellationRequested)
            {
                End(pending);
                if (error.Partial is { } partial)
                {
                    // The old inputs stay, so that the next run sees the difference and updates again.
                    deployment.Journal.Visit(old, Complete(
                        draft,
                        partial.Id.Length > 0 ? partial.Id : past.Id,
                        partial.Properties ?? past.Outputs ?? new Struct()) with
                    {
                        Inputs = partial.Inputs is { Fields.Count: > 0 } ? partial.Inputs : past.Inputs,
                        Modified = deployment.Now,
                        InitErrors = [.. partial.Reasons],
                        RefreshBeforeUpdate = partial.RefreshBeforeUpdate,
                    });
                }
                else
                {
                    Save();
                }

                deployment.Report.Failed(StepKind.Update, draft.Urn);
                throw;
            }
        });

    /// <summary>
    /// Deletes an object, or only forgets it where it is not ours to delete; <paramref name="recorded"/> says what then stands in the
    /// journal.
    /// </summary>
    public Task<ResourceEntry?> DeleteAsync(
        StepKind kind,
        ResourceEntry entry,
        bool call,
        Func<Task<Provider>> provider,
        Func<ResourceEntry, ResourceEntry?> recorded) =>
        deployment.Gate.RunAsync(async () =>
        {
            if (kind != StepKind.DeleteReplaced || !deployment.DryRun)
            {
                deployment.Report.Begin(kind, entry.Urn, null, entry.Inputs ?? entry.Outputs);
            }

            Operation? pending = null;
            try
            {
                if (call && !deployment.DryRun)
                {
                    var manager = await provider();
                    pending = Begin(entry, "deleting");
                    await manager.DeleteAsync(entry, deployment.Abort);
                }

                End(pending);
                var result = recorded(entry);
                deployment.Report.Done(kind, entry.Urn);
                return result;
            }
            catch (ProviderException) when (!deployment.Abort.IsCancellationRequested)
            {
                End(pending);
                Save();
                deployment.Report.Failed(kind, entry.Urn);
                throw;
            }
        });

    /// <summary>The entry with what the provider said; the outputs the program calls secret are.</summary>
    public static ResourceEntry Complete(ResourceEntry draft, string id, Struct outputs) => draft with
    {
        Id = id,
        Outputs = PropertyValue.WithSecrets(outputs, draft.AdditionalSecretOutputs),
    };

    // The old object of a create-before-delete replacement is deleted after the program's end; one deleted already gives way.
    private void Replace(ResourceEntry? old, ResourceEntry next)
    {
        if (old is null || old.External || old.PendingReplacement)
        {
            deployment.Journal.Visit(old, next);
            return;
        }

        deployment.Journal.Change(old, old with { Delete = true }, save: false);
        deployment.Journal.Visit(null, next);
    }

    private static IReadOnlyList<PropertyChange>? Summarized(IReadOnlyList<PropertyChange>? changes) => changes is null ? null : [];

    private Operation? Begin(ResourceEntry entry, string type) => deployment.DryRun ? null : deployment.Journal.Begin(entry, type);

    private void End(Operation? operation)
    {
        if (operation is not null)
        {
            deployment.Journal.End(operation);
        }
    }

    private void Save()
    {
        if (!deployment.DryRun)
        {
            deployment.Journal.Save();
        }
    }
}
