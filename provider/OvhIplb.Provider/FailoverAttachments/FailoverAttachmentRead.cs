using System.Globalization;
using OvhIplb.Api.Ips;
using OvhIplb.Provider.Framework.Resources;
using OvhIplb.Provider.Framework.Schema;
using OvhIplb.Provider.Ownership;
using OvhIplb.Provider.Process;

namespace OvhIplb.Provider.FailoverAttachments;

/// <summary>Reads where the block is routed. The state says it under the input's name.</summary>
internal sealed class FailoverAttachmentRead(Session session, FailoverAttachmentId id, IOperationLog log)
{
    public async Task<ResourceState?> ReadAsync(ReadContext context, CancellationToken cancellation)
    {
        // What is listed as routed here is where it belongs; only of what is not, the IP itself has to tell more.
        var routedTo = id.ServiceName;
        if (context.IsImport)
        {
            // An address within a block of the account is not absent: the refusal names the block.
            return await OwnedBlocks.FindOrNullAsync(session, id.Block, property: "", cancellation) is { } found ? Imported(found) : null;
        }

        if (await session.Failovers.HasAsync(id.ServiceName, id.Block, cancellation) != true)
        {
            if (await session.Client.Ips.GetAsync(id.Block, cancellation).OrNullAsync() is not { } ip)
            {
                return null;
            }

            routedTo = ip.RoutedService;
        }

        var isHere = routedTo == id.ServiceName;
        var state = context.State.With(FailoverAttachmentSchema.ServiceName, routedTo ?? "")
            .With(FailoverAttachmentSchema.Block, id.Block.ToString());
        if (isHere && context.State.Get(FailoverAttachmentSchema.Phase) == FailoverAttachmentPhases.Live
            && context.State.Get(FailoverAttachmentSchema.ServiceName) != id.ServiceName)
        {
            // An earlier run that was killed may have moved it back, and whoever did, it is not known to be live.
            state = state.With(FailoverAttachmentSchema.Phase, FailoverAttachmentPhases.Moving);
        }

        return new ResourceState(id.ToString(), await FinishedAsync(state, isHere, cancellation));
    }

    private ResourceState Imported(Ip ip)
    {
        MoveDestinationCheck.RequireFailover(ip);
        if (ip.RoutedService != id.ServiceName)
        {
            throw new InputException(
                "",
                $"{id.Block} is {(ip.RoutedService is { } elsewhere ? $"routed to {elsewhere}" : "parked")}, not routed to "
                    + $"{id.ServiceName}, so there is "
                + "no attachment to import. Declare it without importing, and `pulumi up` moves it.");
        }

        var inputs = PropertyBag.Empty
            .With(FailoverAttachmentSchema.ServiceName, id.ServiceName)
            .With(FailoverAttachmentSchema.Ip, id.Block.ToString());
        var state = inputs
            .With(FailoverAttachmentSchema.Block, id.Block.ToString())
            .With(Origin.Property, Origin.Imported)
            .With(FailoverAttachmentSchema.Phase, FailoverAttachmentPhases.Live)
            .With(FailoverAttachmentSchema.Revision, FailoverAttachmentRevision.Of(id.Block, taskId: null, Origin.Imported));
        return new ResourceState(id.ToString(), state, inputs);
    }

    /// <summary>
    /// A read clears what the engine knows of unfinished work, so while work is unfinished it is said again.
    /// </summary>
    private async Task<PropertyBag> FinishedAsync(PropertyBag found, bool isHere, CancellationToken cancellation)
    {
        switch (found.Get(FailoverAttachmentSchema.Phase), isHere)
        {
            case (FailoverAttachmentPhases.Refreshing, true):
                throw Unfinished(
                    found, $"{id.Block} is routed to {id.ServiceName}, but the refresh that makes it live is not known to be done. Run "
                        + $"`pulumi up`.");
            case (FailoverAttachmentPhases.Moving, true) when found.Get(FailoverAttachmentSchema.AutoRefresh):
                throw Unfinished(
                    found.With(FailoverAttachmentSchema.Phase, FailoverAttachmentPhases.Refreshing),
                    $"{id.Block} has arrived at {id.ServiceName}; what is left is to make it live. Run `pulumi up`.");
            case (FailoverAttachmentPhases.Moving, true):
                return await ArrivedAsync(found, cancellation);
            case (FailoverAttachmentPhases.Moving, false):
                throw await NotArrivedAsync(found, cancellation);
            default:
                return found;
        }
    }

    /// <summary>Making it live is left to somebody else, who has to know by its revision; nothing is left to do here.</summary>
    private async Task<PropertyBag> ArrivedAsync(PropertyBag found, CancellationToken cancellation)
    {
        var live = found.With(FailoverAttachmentSchema.Phase, FailoverAttachmentPhases.Live);
        if (await new FailoverMoves(session, id.Block, log).NewestAsync(MoveTasks.TaskIn(found), cancellation) is not { } last)
        {
            return live;
        }

        var task = last.TaskId.ToString(CultureInfo.InvariantCulture);
        return live.With(FailoverAttachmentSchema.TaskId, task)
            .With(FailoverAttachmentSchema.Revision, FailoverAttachmentRevision.Of(id.Block, task, found.GetRequired(Origin.Property)));
    }

    private async Task<ResourceInitializationException> NotArrivedAsync(PropertyBag found, CancellationToken cancellation)
    {
        var task = await TaskAsync(found, cancellation);
        return Unfinished(found, task is { Status.HasFailed: true }
            ? $"the move of {id.Block} to {id.ServiceName} {MoveTasks.Ending(task)} Run `pulumi up` to try again."
            : $"the move of {id.Block} to {id.ServiceName} is not known to be done. Run `pulumi up` to see it through.");
    }

    private async Task<IpTask?> TaskAsync(PropertyBag found, CancellationToken cancellation) => MoveTasks.TaskIn(found) is { } task
        ? await session.Client.Ips.GetTaskAsync(id.Block, task, cancellation).OrNullAsync()
        : null;

    private ResourceInitializationException Unfinished(PropertyBag state, string reason) =>
        new(new ResourceState(id.ToString(), state), [reason]);
}
