using System.Globalization;
using OvhIplb.Api.Errors;
using OvhIplb.Api.LoadBalancers;
using OvhIplb.Provider.LoadBalancers;
using OvhIplb.Provider.Resources;
using OvhIplb.Provider.Schema;

namespace OvhIplb.Provider.Refreshes;

/// <summary>Looks what is pending. Pending changes are shown and warned of, but pushing strangers' work is nobody's to decide here.</summary>
internal sealed class Reading(Session session, string serviceName)
{
    public async Task<ResourceState?> ReadAsync(ReadContext context, CancellationToken cancellation)
    {
        if (!LoadBalancers.ServiceName.IsPossible(serviceName))
        {
            string? meant = new MisspeltId(serviceName).ServiceName;
            throw new InputException(
                "",
                $"'{serviceName}' is not the id of a Refresh. It is a {Properties.Declaration.ImportId}.{(meant is null ? "" : $" Write {meant}.")}");
        }

        IReadOnlyList<PendingChanges> pending;
        try
        {
            pending = await session.PendingChanges.JoinAsync(serviceName, cancellation).ConfigureAwait(false);
        }
        catch (NotFoundException)
        {
            return null;
        }
        catch (OvhApiException refused) when (!context.IsImport
            && (refused.IsLackOfRight || refused is AuthenticationRefusedException or UnavailableException or RateLimitedException))
        {
            return NotLookedAt(context, refused);
        }

        Pending.Warn(context.Log, serviceName, pending, "they are made live by the next refresh");
        PropertyBag inputs = context.IsImport ? PropertyBag.Empty.With(Properties.ServiceName, serviceName) : context.Inputs;
        PropertyBag state = (context.IsImport ? inputs.With(Properties.Phase, Phases.Live) : context.State)
            .With(Properties.PendingChanges, Properties.Bags(pending));
        if (inputs.Get(Properties.ApplyPending))
        {
            // Found under the input's name, so that the difference can be read: `applyPending: false => true`.
            state = state.With(Properties.ApplyPending, !await HasSomethingToApplyAsync(pending, inputs, cancellation).ConfigureAwait(false));
        }

        if (state.Get(Properties.Phase) == Phases.Refreshing)
        {
            state = await FinishedAsync(state, cancellation).ConfigureAwait(false);
        }

        return new ResourceState(serviceName, state, inputs, RefreshBeforeUpdate: true);
    }

    /// <summary>Only of the zones that are refreshed here; and without a frontend nothing can be made live, so it is no difference either.</summary>
    private async Task<bool> HasSomethingToApplyAsync(IReadOnlyList<PendingChanges> pending, PropertyBag inputs, CancellationToken cancellation) =>
        Pending.IsIn(Pending.Counted(pending).Select(static change => change.Zone), inputs.Get(Properties.Zones)) && !await Frontends.AreMissingAsync(session, serviceName, cancellation).ConfigureAwait(false);

    private async Task<string?> ReloadingAsync(PropertyBag state, CancellationToken cancellation) => state.Get(Properties.WaitForInstances)
        ? await new Instances(session, serviceName, state.Get(Properties.Zones)).ReloadingAsync(cancellation).ConfigureAwait(false)
        : null;

    /// <summary>
    /// The engine reads a refresh before it runs the program, with the credentials and the endpoint of the last run. Failing here
    /// would keep new ones from ever being used.
    /// </summary>
    private ResourceState NotLookedAt(ReadContext context, OvhApiException refused)
    {
        var kept = new ResourceState(serviceName, context.State, context.Inputs, RefreshBeforeUpdate: true);
        string reason = $"{serviceName} could not be looked at, so what is pending there is not known and the last known state is kept. {refused.Message}";
        if (context.State.Get(Properties.Phase) == Phases.Refreshing)
        {
            throw new ResourceInitializationException(kept, [reason]);
        }

        context.Log.Warning(reason);
        return kept;
    }

    /// <summary>A read clears what the engine knows of unfinished work, so while work is unfinished it is said again.</summary>
    private async Task<PropertyBag> FinishedAsync(PropertyBag state, CancellationToken cancellation)
    {
        string reason = $"the refresh of {serviceName} is not known to be done. Run `pulumi up` to see it through.";
        if (state.TryGet(Properties.TaskId, out string? task))
        {
            try
            {
                LoadBalancerTask seen = await session.Client.LoadBalancers
                    .GetTaskAsync(serviceName, long.Parse(task, CultureInfo.InvariantCulture), cancellation).ConfigureAwait(false);
                if (seen.Status == LoadBalancerTaskStatus.Done)
                {
                    if (await ReloadingAsync(state, cancellation).ConfigureAwait(false) is not { } reloading)
                    {
                        return state.With(Properties.Phase, Phases.Live);
                    }

                    reason = $"the refresh of {serviceName} (task {task}) is done, but {reloading} still reloads. Run `pulumi up` to see it through.";
                }
                else
                {
                    reason = $"the refresh of {serviceName} (task {task}) is '{seen.Status}'. Run `pulumi up` to see it through.";
                }
            }
            catch (NotFoundException)
            {
                // Finished tasks vanish after 48 hours, and how this one ended is then no longer known.
            }
        }

        throw new ResourceInitializationException(new ResourceState(serviceName, state, RefreshBeforeUpdate: true), [reason]);
    }
}
