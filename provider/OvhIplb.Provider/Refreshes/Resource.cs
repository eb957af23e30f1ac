using System.Globalization;
using OvhIplb.Api.Errors;
using OvhIplb.Api.LoadBalancers;
using OvhIplb.Provider.LoadBalancers;
using OvhIplb.Provider.Resources;
using OvhIplb.Provider.Schema;

namespace OvhIplb.Provider.Refreshes;

/// <summary>What is named in its triggers is live.</summary>
internal sealed class Resource(SessionHolder sessions) : IResource
{
    public ResourceDeclaration Declaration => Properties.Declaration;

    public IEnumerable<PropertyDifference> Diff(DiffContext context)
    {
        if (context.State.TryGet(Properties.Phase, out string? phase) && phase != Phases.Live)
        {
            yield return new PropertyDifference(Properties.ServiceName.Name, FromInputs: true);
        }
    }

    public async Task<ResourceState> CreateAsync(CreateContext context, CancellationToken cancellationToken)
    {
        if (context.Preview)
        {
            return new ResourceState("", await PreviewAsync(context.Inputs, context.Log, cancellationToken).ConfigureAwait(false), RefreshBeforeUpdate: true);
        }

        return await RefreshAsync(context, context.Inputs, isUnfinished: false, cancellationToken).ConfigureAwait(false);
    }

    public Task<ResourceState?> ReadAsync(ReadContext context, CancellationToken cancellationToken) =>
        sessions.Required.ReadAsync(context, cancellation => new Reading(sessions.Required, context.Id).ReadAsync(context, cancellation), cancellationToken);

    public async Task<ResourceState> UpdateAsync(UpdateContext context, CancellationToken cancellationToken)
    {
        if (!NeedsRefresh(context))
        {
            // How it is to be done, or what counts as a difference, is no reason to do it.
            PropertyBag kept = PropertyBag.Empty
                .WithFrom(context.State, Properties.Declaration.Outputs)
                .WithFrom(context.Inputs, Properties.Declaration.Inputs);
            return new ResourceState(context.Id, kept, RefreshBeforeUpdate: true);
        }

        if (context.Preview)
        {
            PropertyBag state = await PreviewAsync(context.Inputs, context.Log, cancellationToken).ConfigureAwait(false);
            return new ResourceState(context.Id, state, RefreshBeforeUpdate: true);
        }

        bool isUnfinished = context.State.Get(Properties.Phase) != Phases.Live;
        return await RefreshAsync(context, context.Inputs, isUnfinished, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>There is nothing to undo: what is live stays live, and a delete that changes something asks for a refresh of its own.</summary>
    public Task DeleteAsync(DeleteContext context, CancellationToken cancellationToken) => Task.CompletedTask;

    private static bool NeedsRefresh(UpdateContext context) =>
        context.State.Get(Properties.Phase) != Phases.Live
        || DeclaredDiff.Run(
            [Properties.Triggers, Properties.Zones], context.OldInputs, context.Inputs, PropertyBag.Empty, IgnoredChanges.None).Length > 0
        || (Applies(context.Inputs) && Pending.IsIn(
            context.State.Get(Properties.PendingChanges).Select(static change => change.GetRequired(Properties.Zone)), context.Inputs.Get(Properties.Zones)));

    /// <summary>In a preview it may be unknown, and then it may.</summary>
    private static bool Applies(PropertyBag inputs) => inputs.IsUnknown(Properties.ApplyPending) || inputs.Get(Properties.ApplyPending);

    /// <summary>Where an earlier one is unfinished, what it makes live may no longer count as pending.</summary>
    private async Task<ResourceState> RefreshAsync(OperationContext context, PropertyBag inputs, bool isUnfinished, CancellationToken cancellationToken)
    {
        Session session = sessions.Required;
        string serviceName = inputs.GetRequired(Properties.ServiceName);
        using Deadline deadline = Deadline.In(context.Timeout, Durations.OfRefresh, session.Time, cancellationToken);
        string[] zones = ZonesOf(inputs);
        RefreshRound? round = null;
        try
        {
            if (!isUnfinished
                && inputs.Get(Properties.OnlyIfPending)
                && await Pending.LookAsync(session, serviceName, deadline.Token).ConfigureAwait(false) is { } found
                && !Pending.IsDue(found, zones))
            {
                return new ResourceState(serviceName, StateIn(inputs, Phases.Live, taskId: null, found), RefreshBeforeUpdate: true);
            }

            round = session.Refreshes.Join(serviceName, zones, context.Log);
            await round.DoneAsync(deadline.Token).ConfigureAwait(false);
            if (round.TaskId is not null && inputs.Get(Properties.WaitForInstances))
            {
                await new Instances(session, serviceName, zones).ReloadedAsync(context.Log, deadline.Token).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (deadline.Token.IsCancellationRequested)
        {
            throw Unfinished(round?.TaskId is null
                ? $"the refresh of {serviceName} is not known to have begun {deadline.Reason}. Run `pulumi up` again to refresh."
                : $"the refresh of {serviceName}{TaskOf(round)} is not known to be done {deadline.Reason}. It goes on at OVHcloud and is kept in "
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

        IReadOnlyList<PendingChanges> pending = await PendingAfterAsync(session, serviceName, context.Log, deadline).ConfigureAwait(false);
        return new ResourceState(serviceName, StateIn(inputs, Phases.Live, round.TaskId, pending), RefreshBeforeUpdate: true);

        ResourceInitializationException Unfinished(string reason) => new(
            new ResourceState(serviceName, StateIn(inputs, Phases.Refreshing, round?.TaskId, pending: []), RefreshBeforeUpdate: true), [reason]);
    }

    /// <summary>The refresh is done, whatever becomes of this look; the next read looks again.</summary>
    private static async Task<IReadOnlyList<PendingChanges>> PendingAfterAsync(
        Session session, string serviceName, IOperationLog log, Deadline deadline)
    {
        try
        {
            return await session.Client.LoadBalancers.GetPendingChangesAsync(serviceName, deadline.Token).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is OvhApiException or OperationCanceledException)
        {
            string reason = exception is OperationCanceledException ? $"there was no answer {deadline.Reason}" : exception.Message;
            log.Warning($"{serviceName} is refreshed, but what is pending since then is not known: {reason}");
            return [];
        }
    }

    /// <summary>Each once, as the user spells it: guides write zones in both cases.</summary>
    private static string[] ZonesOf(PropertyBag inputs) => [.. inputs.Get(Properties.Zones).DistinctBy(static zone => zone.ToLowerInvariant())];

    private static string TaskOf(RefreshRound? round) =>
        round?.TaskId is { } id ? string.Create(CultureInfo.InvariantCulture, $" (task {id})") : "";

    private static PropertyBag StateIn(PropertyBag inputs, string phase, long? taskId, IReadOnlyList<PendingChanges> pending) => PropertyBag.Empty
        .WithFrom(inputs, Properties.Declaration.Inputs)
        .With(Properties.Phase, phase)
        .With(Properties.PendingChanges, Properties.Bags(pending))
        .WithOptional(Properties.TaskId, taskId?.ToString(CultureInfo.InvariantCulture));

    /// <summary>What is pending now is what the refresh would make live besides the triggers: worth saying before it happens.</summary>
    private async Task<PropertyBag> PreviewAsync(PropertyBag inputs, IOperationLog log, CancellationToken cancellationToken)
    {
        if (sessions.Current is { } session && inputs.TryGet(Properties.ServiceName, out string? serviceName))
        {
            await Pending.WarnBeforeRefreshAsync(session, serviceName, log, cancellationToken).ConfigureAwait(false);
        }

        return PropertyBag.Empty.WithFrom(inputs, Properties.Declaration.Inputs);
    }
}
