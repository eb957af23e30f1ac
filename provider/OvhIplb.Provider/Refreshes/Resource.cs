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

        return await new Refreshing(sessions.Required).RefreshAsync(context, context.Inputs, isUnfinished: false, cancellationToken).ConfigureAwait(false);
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
        return await new Refreshing(sessions.Required).RefreshAsync(context, context.Inputs, isUnfinished, cancellationToken).ConfigureAwait(false);
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
