using OvhIplb.Api.IpBlocks;
using OvhIplb.Provider.Framework.Resources;
using OvhIplb.Provider.Framework.Schema;
using OvhIplb.Provider.Ownership;
using OvhIplb.Provider.Process;

namespace OvhIplb.Provider.FailoverAttachments;

/// <summary>A failover IP block that is routed to a load balancer.</summary>
internal sealed class FailoverAttachmentResource(SessionHolder sessions) : IResource
{
    public ResourceDeclaration Declaration => FailoverAttachmentSchema.Declaration;

    public void Check(CheckContext context)
    {
        if (!context.Inputs.TryGet(FailoverAttachmentSchema.Ip, out var ip))
        {
            return;
        }

        var block = IpBlock.Parse(ip);
        var id = context.Inputs.TryGet(FailoverAttachmentSchema.ServiceName, out var serviceName) ? new FailoverAttachmentId(serviceName, block).ToString() : null;
        if (sessions.Claims.Declare(ClaimKind.Ip, block.ToString(), id, context.Urn, isNew: context.IsNew) is { } rival)
        {
            context.Failures.Add(
                FailoverAttachmentSchema.Ip,
                $"is wanted on another load balancer by {rival}. An IP serves from one at a time, so the two would take it from each other at every "
                + "`pulumi up`; keep one of them.");
        }
    }

    public PropertyBag Identity(string id) => FailoverAttachmentId.TryParse(id, out var parsed)
        ? PropertyBag.Empty.With(FailoverAttachmentSchema.ServiceName, parsed.ServiceName).With(FailoverAttachmentSchema.Ip, parsed.Block.ToString())
        : PropertyBag.Empty;

    public Task<IEnumerable<PropertyDifference>> DiffAsync(DiffContext context, CancellationToken cancellationToken)
    {
        sessions.Claims.Compared(context.Id, context.Urn, context.State);
        var isUnfinished = context.State.TryGet(FailoverAttachmentSchema.Phase, out var phase) && phase != FailoverAttachmentPhases.Live;
        return Task.FromResult<IEnumerable<PropertyDifference>>(isUnfinished ? [new(FailoverAttachmentSchema.ServiceName.Name, FromInputs: true)] : []);
    }

    public async Task<ResourceState> CreateAsync(CreateContext context, CancellationToken cancellationToken)
    {
        if (context.Preview)
        {
            return await new FailoverAttachmentPreview(sessions.Current, context.Log).CreateAsync(context.Inputs, cancellationToken);
        }

        var session = sessions.Required;
        var id = IdOf(context.Inputs);
        using var deadline = Deadline.In(context.Timeout, DefaultTimeouts.OfMove, session.Time, cancellationToken);
        sessions.Claims.Made(ClaimKind.Ip, id.Block.ToString(), context.Urn);
        var attaching = new FailoverAttachmentCreate(session, id, context.Inputs, context.Log, deadline);
        var state = await deadline.WithinAsync(
            $"the move of {id.Block} to {id.ServiceName}",
            () => attaching.AttachAsync(before: null, sessions.Claims.OriginOf(id.ToString(), context.Urn)));
        sessions.Claims.Lasts(id.ToString(), context.Urn, state);
        return new ResourceState(id.ToString(), state);
    }

    public Task<ResourceState?> ReadAsync(ReadContext context, CancellationToken cancellationToken)
    {
        var id = FailoverAttachmentId.Parse(context.Id);
        if (context.IsImport)
        {
            sessions.Claims.Lasts(id.ToString(), context.Urn, context.State);
        }

        var session = sessions.Required;
        return session.ReadAsync(context, cancellation => new FailoverAttachmentRead(session, id, context.Log).ReadAsync(context, cancellation), cancellationToken);
    }

    public async Task<ResourceState> UpdateAsync(UpdateContext context, CancellationToken cancellationToken)
    {
        var id = FailoverAttachmentId.Parse(context.Id);
        if (context.Inputs.TryGet(FailoverAttachmentSchema.ServiceName, out var where) && where != id.ServiceName)
        {
            // Only `ignoreChanges` keeps another place in the inputs: the one where a Read found the block, which then stays there.
            return new ResourceState(
                context.Id, PropertyBag.Empty.WithFrom(context.State, FailoverAttachmentSchema.Declaration.Outputs).WithFrom(context.Inputs, FailoverAttachmentSchema.Declaration.Inputs));
        }

        if (context.Preview)
        {
            return new ResourceState(context.Id, FailoverAttachmentPreview.Update(context));
        }

        var session = sessions.Required;
        using var deadline = Deadline.In(context.Timeout, DefaultTimeouts.OfMove, session.Time, cancellationToken);
        var attaching = new FailoverAttachmentCreate(session, id, context.Inputs, context.Log, deadline);
        return new ResourceState(id.ToString(), await deadline.WithinAsync($"the move of {id.Block} to {id.ServiceName}", () => attaching.AttachAsync(context.State)));
    }

    public async Task DeleteAsync(DeleteContext context, CancellationToken cancellationToken)
    {
        var id = FailoverAttachmentId.Parse(context.Id);
        if (sessions.Claims.HolderAfter(ClaimKind.Ip, id.Block.ToString(), id.ToString(), context.Urn) is { } holder)
        {
            Deletion.Leave(context, sessions.Claims, id.ToString(), holder, id.Block.ToString(), $"`{FailoverAttachmentSchema.OnDelete.Name}` is `{FailoverAttachmentSchema.Park}`");
            return;
        }

        if (!Deletion.IsWanted(context, FailoverAttachmentSchema.OnDelete, FailoverAttachmentSchema.Park))
        {
            context.Log.Info($"{id.Block} stays routed to {id.ServiceName}, as {Deletion.WhyRetained(context, FailoverAttachmentSchema.OnDelete, FailoverAttachmentSchema.Park)}.");
            return;
        }

        var session = sessions.Required;
        using var deadline = Deadline.In(context.Timeout, DefaultTimeouts.OfMove, session.Time, cancellationToken);
        var parking = new FailoverAttachmentDelete(session, id, MoveTasks.TaskIn(context.State), context.Log, deadline);
        await deadline.WithinAsync($"the parking of {id.Block}", parking.ParkAsync);
    }

    private static FailoverAttachmentId IdOf(PropertyBag inputs) =>
        new(inputs.GetRequired(FailoverAttachmentSchema.ServiceName), IpBlock.Parse(inputs.GetRequired(FailoverAttachmentSchema.Ip)));
}
