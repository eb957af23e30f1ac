using System.Globalization;
using OvhIplb.Api.Errors;
using OvhIplb.Api.LoadBalancers;
using OvhIplb.Provider.Framework.Resources;
using OvhIplb.Provider.Framework.Schema;
using OvhIplb.Provider.Process;

namespace OvhIplb.Provider.Refreshes;

/// <summary>Asks for a refresh and sees it through.</summary>
internal sealed class RefreshRun(Session session)
{
    /// <summary>Where an earlier one is unfinished, what it makes live may no longer count as pending.</summary>
    public async Task<ResourceState> RefreshAsync(
        OperationContext context,
        PropertyBag inputs,
        bool isUnfinished,
        CancellationToken cancellationToken)
    {
        var serviceName = inputs.GetRequired(RefreshSchema.ServiceName);
        using var deadline = Deadline.In(context.Timeout, DefaultTimeouts.OfRefresh, session.Time, cancellationToken);
        var zones = ZonesOf(inputs);
        RefreshRound? round = null;
        try
        {
            if (!isUnfinished
                && inputs.Get(RefreshSchema.OnlyIfPending)
                && await Pending.LookAsync(session, serviceName, deadline.Token) is { } found
                && !Pending.IsDue(found, zones))
            {
                // One that runs may have taken up what is no longer pending.
                await new RefreshWork(session, serviceName, zones, context.Log).WaitForRunningAsync(deadline.Token);
                return new ResourceState(serviceName, StateIn(inputs, RefreshPhases.Live, taskId: null, found));
            }

            round = session.Refreshes.Join(serviceName, zones, context.Log);
            await round.DoneAsync(deadline.Token);
            if (round.TaskId is not null && inputs.Get(RefreshSchema.WaitForInstances))
            {
                await new InstancesWait(session, serviceName, zones).ReloadedAsync(context.Log, deadline.Token);
            }
        }
        catch (OperationCanceledException) when (deadline.Token.IsCancellationRequested)
        {
            throw Unfinished(round?.TaskId is null
                ? $"the refresh of {serviceName} is not known to have begun {deadline.Reason}. Run `pulumi up` again to refresh."
                : $"the refresh of {serviceName}{TaskOf(round)} is not known to be done {deadline.Reason}. It goes on at OVHcloud and is "
                    + $"kept in "
                    + "the state; run `pulumi up` again to see it through.");
        }
        catch (OvhApiException failure) when (round?.TaskId is not null)
        {
            throw Unfinished($"the refresh of {serviceName}{TaskOf(round)} is not known to be done. {failure.Message}");
        }
        catch (OperationException failure) when (round?.TaskId is not null)
        {
            throw Unfinished(failure.Message);
        }

        var pending = await PendingAfterAsync(serviceName, context.Log, deadline);
        return new ResourceState(serviceName, StateIn(inputs, RefreshPhases.Live, round.TaskId, pending));

        ResourceInitializationException Unfinished(string reason) => new(
            new ResourceState(serviceName, StateIn(inputs, RefreshPhases.Refreshing, round?.TaskId, pending: [])), [reason]);
    }

    /// <summary>The refresh is done, whatever becomes of this look; the next read looks again.</summary>
    private async Task<IReadOnlyList<PendingChanges>> PendingAfterAsync(string serviceName, IOperationLog log, Deadline deadline)
    {
        try
        {
            return await session.Client.LoadBalancers.GetPendingChangesAsync(serviceName, deadline.Token);
        }
        catch (Exception exception) when (exception is OvhApiException or OperationCanceledException)
        {
            var reason = exception is OperationCanceledException ? $"there was no answer {deadline.Reason}" : exception.Message;
            log.Warning($"{serviceName} is refreshed, but what is pending since then is not known: {reason}");
            return [];
        }
    }

    /// <summary>Each once, as the user spells it: guides write zones in both cases.</summary>
    private static string[] ZonesOf(PropertyBag inputs)
        => [.. inputs.Get(RefreshSchema.Zones).DistinctBy(static zone => zone.ToLowerInvariant())];

    private static string TaskOf(RefreshRound? round) =>
        round?.TaskId is { } id ? string.Create(CultureInfo.InvariantCulture, $" (task {id})") : "";

    private static PropertyBag StateIn(
        PropertyBag inputs,
        string phase,
        long? taskId,
        IReadOnlyList<PendingChanges> pending) => PropertyBag.Empty
        .WithFrom(inputs, RefreshSchema.Declaration.Inputs)
        .With(RefreshSchema.Phase, phase)
        .With(RefreshSchema.PendingChanges, RefreshSchema.Bags(pending))
        .WithOptional(RefreshSchema.TaskId, taskId?.ToString(CultureInfo.InvariantCulture));
}
