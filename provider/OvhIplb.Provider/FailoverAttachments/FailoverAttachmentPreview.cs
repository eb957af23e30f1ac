using OvhIplb.Api.IpBlocks;
using OvhIplb.Provider.Framework.Resources;
using OvhIplb.Provider.Framework.Schema;
using OvhIplb.Provider.Process;

namespace OvhIplb.Provider.FailoverAttachments;

/// <summary>What a preview can already say of an attachment, from reads only.</summary>
internal sealed class FailoverAttachmentPreview(Session? session, IOperationLog log)
{
    public async Task<ResourceState> CreateAsync(PropertyBag inputs, CancellationToken cancellation)
    {
        var state = PropertyBag.Empty.WithFrom(inputs, FailoverAttachmentSchema.Declaration.Inputs);
        if (!inputs.TryGet(FailoverAttachmentSchema.Ip, out var ip))
        {
            return new ResourceState("", state);
        }

        var block = IpBlock.Parse(ip);
        if (session is not null)
        {
            await LookAsync(session, block, inputs, cancellation);
        }

        return new ResourceState("", state.With(FailoverAttachmentSchema.Block, block.ToString()));
    }

    /// <summary>An update may move the block anew, so what follows from a move is not certain.</summary>
    public static PropertyBag Update(UpdateContext context)
    {
        var state = PropertyBag.Empty
            .WithFrom(context.State, FailoverAttachmentSchema.Declaration.Outputs)
            .WithFrom(context.Inputs, FailoverAttachmentSchema.Declaration.Inputs);
        var settled = context.State.Get(FailoverAttachmentSchema.Phase) == FailoverAttachmentPhases.Live
            && context.State.Get(FailoverAttachmentSchema.ServiceName) == FailoverAttachmentId.Parse(context.Id).ServiceName;
        return settled ? state : state.Without(FailoverAttachmentSchema.Phase).Without(FailoverAttachmentSchema.Revision)
            .Without(FailoverAttachmentSchema.TaskId);
    }

    private async Task LookAsync(Session session, IpBlock block, PropertyBag inputs, CancellationToken cancellation)
    {
        var found = await OwnedBlocks.FindAsync(session, block, FailoverAttachmentSchema.Ip.Name, cancellation);
        MoveDestinationCheck.RequireFailover(found);
        if (!inputs.TryGet(FailoverAttachmentSchema.ServiceName, out var serviceName))
        {
            return;
        }

        if (found.RoutedService == serviceName)
        {
            log.Info($"{block} is routed to {serviceName} already and will be adopted.");
            return;
        }

        if (await new FailoverMoves(session, block, log).RunningAsync(known: null, cancellation) is { } running)
        {
            log.Info(MoveTasks.DestinationOf(running) == serviceName
                ? $"{block} is on its way to {serviceName} already (task {running.TaskId}); `pulumi up` joins that move."
                : $"another move of {block} is under way (task {running.TaskId}); `pulumi up` waits for it.");
            return;
        }

        await MoveDestinationCheck.RequireAsync(session, new FailoverAttachmentId(serviceName, block), cancellation);
        if (found.RoutedService is { } elsewhere)
        {
            log.Warning($"{block} serves {elsewhere} now; `pulumi up` takes it from there to {serviceName}.");
        }
    }
}
