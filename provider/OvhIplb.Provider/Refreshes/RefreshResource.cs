using OvhIplb.Api.Errors;
using OvhIplb.Provider.Framework.Resources;
using OvhIplb.Provider.Framework.Schema;
using OvhIplb.Provider.Process;

namespace OvhIplb.Provider.Refreshes;

/// <summary>What is named in its triggers is live.</summary>
internal sealed class RefreshResource(SessionHolder sessions) : IResource
{
    public ResourceDeclaration Declaration => RefreshSchema.Declaration;

    public PropertyBag Identity(string id)
        => ServiceName.IsPossible(id) ? PropertyBag.Empty.With(RefreshSchema.ServiceName, id) : PropertyBag.Empty;

    public async Task<IEnumerable<PropertyDifference>> DiffAsync(DiffContext context, CancellationToken cancellationToken)
    {
        if (IsUnfinished(context.State))
        {
            return [new(RefreshSchema.ServiceName.Name, FromInputs: true)];
        }

        // A Read has just looked, and an update that refreshes for another reason warns of its own.
        if (context.IsRefresh
            || IsAskedFor(context.OldInputs, context.Inputs, context.State)
            || sessions.Current is not { } session
            || !context.Inputs.TryGet(RefreshSchema.ServiceName, out var serviceName))
        {
            return [];
        }

        if (Declaration.IsImported(context.State) && !context.OldInputs.Has(RefreshSchema.Triggers)
            && context.Inputs.Has(RefreshSchema.Triggers))
        {
            context.Log.Info("an imported Refresh takes its first triggers as live. A trigger that changes later asks for a refresh.");
        }

        var isPending = await IsPendingAsync(session, serviceName, context, cancellationToken);
        return isPending && Applies(context.Inputs) ? [new(RefreshSchema.ApplyPending.Name, DifferenceKind.Add)] : [];
    }

    public async Task<ResourceState> CreateAsync(CreateContext context, CancellationToken cancellationToken)
    {
        if (context.Preview)
        {
            return new ResourceState("", await PreviewAsync(context.Inputs, context.Log, cancellationToken));
        }

        return await new RefreshRun(sessions.Required).RefreshAsync(context, context.Inputs, isUnfinished: false, cancellationToken);
    }

    public Task<ResourceState?> ReadAsync(ReadContext context, CancellationToken cancellationToken) =>
        sessions.Required.ReadAsync(
            context,
            cancellation => new RefreshRead(sessions.Required, context.Id).ReadAsync(context, cancellation),
            cancellationToken);

    public async Task<ResourceState> UpdateAsync(UpdateContext context, CancellationToken cancellationToken)
    {
        var isUnfinished = IsUnfinished(context.State);
        var isAskedFor = isUnfinished || IsAskedFor(context.OldInputs, context.Inputs, context.State);
        if (!isAskedFor && !await HasPendingToApplyAsync(context, cancellationToken))
        {
            // How it is to be done, or what counts as a difference, is no reason to do it.
            var kept = PropertyBag.Empty
                .WithFrom(context.State, RefreshSchema.Declaration.Outputs)
                .WithFrom(context.Inputs, RefreshSchema.Declaration.Inputs);
            return new ResourceState(context.Id, kept);
        }

        if (context.Preview)
        {
            // The diff has warned where only pending changes ask for a refresh.
            return new ResourceState(context.Id, isAskedFor
                ? await PreviewAsync(context.Inputs, context.Log, cancellationToken)
                : PropertyBag.Empty.WithFrom(context.Inputs, RefreshSchema.Declaration.Inputs));
        }

        return await new RefreshRun(sessions.Required).RefreshAsync(context, context.Inputs, isUnfinished, cancellationToken);
    }

    /// <summary>
    /// There is nothing to undo: what is live stays live, and a delete that changes something asks for a refresh of its own.
    /// </summary>
    public Task DeleteAsync(DeleteContext context, CancellationToken cancellationToken) => Task.CompletedTask;

    private static bool IsUnfinished(PropertyBag state)
        => state.TryGet(RefreshSchema.Phase, out var phase) && phase == RefreshPhases.Refreshing;

    /// <summary>Whether another trigger, or other zones, ask for a refresh.</summary>
    private static bool IsAskedFor(PropertyBag oldInputs, PropertyBag inputs, PropertyBag state) => DeclaredDiff.Run(
        [RefreshSchema.Triggers, RefreshSchema.Zones],
        oldInputs,
        inputs,
        PropertyBag.Empty,
        IgnoredChanges.None,
        RefreshSchema.Declaration.IsImported(state)).Length > 0;

    /// <summary>In a preview it may be unknown, and then it may.</summary>
    private static bool Applies(PropertyBag inputs)
        => inputs.IsUnknown(RefreshSchema.ApplyPending) || inputs.Get(RefreshSchema.ApplyPending);

    /// <summary>Warns of the pending changes.</summary>
    /// <returns>Whether any are in the zones that are refreshed, and a refresh can make them live.</returns>
    private static async Task<bool> IsPendingAsync(
        Session session,
        string serviceName,
        DiffContext context,
        CancellationToken cancellationToken)
    {
        var consequence = Applies(context.Inputs)
            ? "`applyPending` makes those of the zones that are refreshed live"
            : "they are made live by the next refresh";
        try
        {
            return await Pending.LookAndWarnAsync(session, serviceName, context.Log, consequence, cancellationToken) is { } pending
                && Pending.IsDue(pending, context.Inputs.Get(RefreshSchema.Zones))
                && !await Frontends.AreMissingAsync(session, serviceName, cancellationToken);
        }
        catch (OvhApiException failure)
        {
            // A preview goes on: the update, or a refresh of the stack, tells what is wrong.
            context.Log.Warning($"whether {serviceName} has changes to make live is not known: {failure.Message}");
            return false;
        }
    }

    private async Task<bool> HasPendingToApplyAsync(UpdateContext context, CancellationToken cancellationToken)
    {
        if (!Applies(context.Inputs) || sessions.Current is not { } session
            || !context.Inputs.TryGet(RefreshSchema.ServiceName, out var serviceName))
        {
            return false;
        }

        using var deadline = Deadline.In(context.Timeout, DefaultTimeouts.OfRead, session.Time, cancellationToken);
        try
        {
            var pending = await deadline.WithinAsync(
                $"the refresh of {serviceName}", () => Pending.LookAsync(session, serviceName, deadline.Token));
            return pending is not null && Pending.IsDue(pending, context.Inputs.Get(RefreshSchema.Zones));
        }
        catch (OvhApiException) when (context.Preview)
        {
            // The diff has said why they could not be read. There may be some.
            return true;
        }
    }

    /// <summary>What is pending now is what the refresh would make live besides the triggers: worth saying before it happens.</summary>
    private async Task<PropertyBag> PreviewAsync(PropertyBag inputs, IOperationLog log, CancellationToken cancellationToken)
    {
        if (sessions.Current is { } session && inputs.TryGet(RefreshSchema.ServiceName, out var serviceName))
        {
            await Pending.WarnBeforeRefreshAsync(session, serviceName, log, cancellationToken);
        }

        return PropertyBag.Empty.WithFrom(inputs, RefreshSchema.Declaration.Inputs);
    }
}
