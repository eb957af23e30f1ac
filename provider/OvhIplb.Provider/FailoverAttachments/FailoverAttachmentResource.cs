using OvhIplb.Api.IpBlocks;
using OvhIplb.Provider.Framework.Resources;
using OvhIplb.Provider.Framework.Schema;
using OvhIplb.Provider.Ownership;
using OvhIplb.Provider.Process;

namespace OvhIplb.Provider.FailoverAttachments;

/// <summary>A failover IP block that is routed to a load balancer.</summary>
internal sealed class FailoverAttachmentResource(SessionHolder sessions, Claims claims) : IOwnedResource
{
    public ResourceDeclaration Declaration => FailoverAttachmentSchema.Declaration;

    public void Check(CheckContext context)
    {
    }

    public IEnumerable<ClaimedObject> DeclaredObjects(PropertyBag inputs)
    {
        if (inputs.TryGet(FailoverAttachmentSchema.Ip, out var ip))
        {
            var block = IpBlock.Parse(ip);
            var id = inputs.TryGet(FailoverAttachmentSchema.ServiceName, out var serviceName)
                ? new FailoverAttachmentId(serviceName, block).ToString()
                : null;
            yield return new ClaimedObject(ClaimKind.Ip, block.ToString(), id)
            {
                Conflict = new ClaimConflict(
                    FailoverAttachmentSchema.Ip,
                    static rival => $"is wanted on another load balancer by {rival}. An IP serves from one at a time, so the two would "
                        + $"take it "
                        + "from each other at every `pulumi up`; keep one of them."),
            };
        }
    }

    public ClaimedObject HeldObject(string id, PropertyBag inputs, PropertyBag state) =>
        new(ClaimKind.Ip, FailoverAttachmentId.Parse(id).Block.ToString(), id);

    public PropertyBag Identity(string id) => FailoverAttachmentId.TryParse(id, out var parsed)
        ? PropertyBag.Empty.With(FailoverAttachmentSchema.ServiceName, parsed.ServiceName)
            .With(FailoverAttachmentSchema.Ip, parsed.Block.ToString())
        : PropertyBag.Empty;

    public Task<IEnumerable<PropertyDifference>> DiffAsync(DiffContext context, CancellationToken cancellationToken)
    {
        var isUnfinished = context.State.TryGet(FailoverAttachmentSchema.Phase, out var phase) && phase != FailoverAttachmentPhases.Live;
        return Task.FromResult<IEnumerable<PropertyDifference>>(
            isUnfinished ? [new(FailoverAttachmentSchema.ServiceName.Name, FromInputs: true)] : []);
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
        var attaching = new FailoverAttachmentCreate(session, id, context.Inputs, context.Log, deadline);
        var state = await deadline.WithinAsync(
            $"the move of {id.Block} to {id.ServiceName}",
            () => attaching.AttachAsync(before: null, claims.OriginOf(id.ToString(), context.Urn)));
        return new ResourceState(id.ToString(), state);
    }

    public Task<ResourceState?> ReadAsync(ReadContext context, CancellationToken cancellationToken)
    {
        var id = FailoverAttachmentId.Parse(context.Id);
        var session = sessions.Required;
        return session.ReadAsync(
            context,
            cancellation => new FailoverAttachmentRead(session, id, context.Log).ReadAsync(context, cancellation),
            cancellationToken);
    }

    public async Task<ResourceState> UpdateAsync(UpdateContext context, CancellationToken cancellationToken)
    {
        var id = FailoverAttachmentId.Parse(context.Id);
        if (context.Inputs.TryGet(FailoverAttachmentSchema.ServiceName, out var where) && where != id.ServiceName)
        {
            // Only `ignoreChanges` keeps another place in the inputs: the one where a Read found the block, which then stays there.
            return new ResourceState(
                context.Id, PropertyBag.Empty.WithFrom(context.State, FailoverAttachmentSchema.Declaration.Outputs)
                    .WithFrom(context.Inputs, FailoverAttachmentSchema.Declaration.Inputs));
        }

        if (context.Preview)
        {
            return new ResourceState(context.Id, FailoverAttachmentPreview.Update(context));
        }

        var session = sessions.Required;
        using var deadline = Deadline.In(context.Timeout, DefaultTimeouts.OfMove, session.Time, cancellationToken);
        var attaching = new FailoverAttachmentCreate(session, id, context.Inputs, context.Log, deadline);
        return new ResourceState(
            id.ToString(),
            await deadline.WithinAsync($"the move of {id.Block} to {id.ServiceName}", () => attaching.AttachAsync(context.State)));
    }

    public async Task DeleteAsync(DeleteContext context, CancellationToken cancellationToken)
    {
        var id = FailoverAttachmentId.Parse(context.Id);
        var session = sessions.Required;
        using var deadline = Deadline.In(context.Timeout, DefaultTimeouts.OfMove, session.Time, cancellationToken);
        var parking = new FailoverAttachmentDelete(session, id, MoveTasks.TaskIn(context.State), context.Log, deadline);
        await deadline.WithinAsync($"the parking of {id.Block}", parking.ParkAsync);
    }

    public OwnedDeletion DescribeDeletion(DeleteContext context)
    {
        var id = FailoverAttachmentId.Parse(context.Id);
        return new OwnedDeletion(
            $"{id.Block}",
            $"{id.Block} stays routed to {id.ServiceName}",
            FailoverAttachmentSchema.OnDelete,
            FailoverAttachmentSchema.Park);
    }

    private static FailoverAttachmentId IdOf(PropertyBag inputs) =>
        new(inputs.GetRequired(FailoverAttachmentSchema.ServiceName), IpBlock.Parse(inputs.GetRequired(FailoverAttachmentSchema.Ip)));
}
