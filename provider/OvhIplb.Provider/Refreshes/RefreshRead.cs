using System.Globalization;
using OvhIplb.Api.Errors;
using OvhIplb.Api.LoadBalancers;
using OvhIplb.Provider.Framework.Resources;
using OvhIplb.Provider.Framework.Schema;
using OvhIplb.Provider.Process;

namespace OvhIplb.Provider.Refreshes;

/// <summary>Reads the pending changes and warns of them, and follows a refresh that is unfinished.</summary>
internal sealed class RefreshRead(Session session, string serviceName)
{
    public async Task<ResourceState?> ReadAsync(ReadContext context, CancellationToken cancellation)
    {
        if (!Process.ServiceName.IsPossible(serviceName))
        {
            throw new MisspeltId(serviceName).Refusal(RefreshSchema.Declaration);
        }

        IReadOnlyList<PendingChanges> pending;
        try
        {
            pending = await session.PendingChanges.JoinAsync(serviceName, cancellation);
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
        var inputs = context.IsImport ? PropertyBag.Empty.With(RefreshSchema.ServiceName, serviceName) : context.Inputs;
        var state = (context.IsImport ? inputs.With(RefreshSchema.Phase, RefreshPhases.Imported) : context.State)
            .With(RefreshSchema.PendingChanges, RefreshSchema.Bags(pending));

        if (state.Get(RefreshSchema.Phase) == RefreshPhases.Refreshing)
        {
            state = await FinishedAsync(state, cancellation);
        }

        return new ResourceState(serviceName, state, inputs);
    }

    private async Task<string?> ReloadingAsync(
        PropertyBag state,
        CancellationToken cancellation) => state.Get(RefreshSchema.WaitForInstances)
        ? await new InstancesWait(session, serviceName, state.Get(RefreshSchema.Zones)).ReloadingAsync(cancellation)
        : null;

    /// <summary>
    /// Earlier versions of this plugin made the engine read a refresh before it runs the program, with the credentials and the endpoint of
    /// the last run. If such a read failed, new credentials could never be used.
    /// </summary>
    private ResourceState NotLookedAt(ReadContext context, OvhApiException refused)
    {
        var kept = new ResourceState(serviceName, context.State, context.Inputs);
        var reason = $"{serviceName} could not be looked at, so what is pending there is not known and the last known state is kept. "
            + $"{refused.Message}";
        if (context.State.Get(RefreshSchema.Phase) == RefreshPhases.Refreshing)
        {
            throw new ResourceInitializationException(kept, [reason]);
        }

        context.Log.Warning(reason);
        return kept;
    }

    /// <summary>A read clears what the engine knows of unfinished work, so while work is unfinished it is said again.</summary>
    private async Task<PropertyBag> FinishedAsync(PropertyBag state, CancellationToken cancellation)
    {
        var reason = $"the refresh of {serviceName} is not known to be done. Run `pulumi up` to see it through.";
        if (state.TryGet(RefreshSchema.TaskId, out var task))
        {
            try
            {
                var seen = await session.Client.LoadBalancers
                    .GetTaskAsync(serviceName, long.Parse(task, CultureInfo.InvariantCulture), cancellation);
                if (seen.Status == LoadBalancerTaskStatus.Done)
                {
                    if (await ReloadingAsync(state, cancellation) is not { } reloading)
                    {
                        return state.With(RefreshSchema.Phase, RefreshPhases.Live);
                    }

                    reason = $"the refresh of {serviceName} (task {task}) is done, but {reloading} still reloads. Run `pulumi up` to see "
                        + $"it through.";
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

        throw new ResourceInitializationException(new ResourceState(serviceName, state), [reason]);
    }
}
