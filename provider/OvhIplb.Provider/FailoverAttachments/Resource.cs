using OvhIplb.Api.IpBlocks;
using OvhIplb.Provider.LoadBalancers;
using OvhIplb.Provider.Resources;
using OvhIplb.Provider.Schema;

namespace OvhIplb.Provider.FailoverAttachments;

/// <summary>A failover IP block that is routed to a load balancer.</summary>
internal sealed class Resource(SessionHolder sessions) : IResource
{
    public ResourceDeclaration Declaration => Properties.Declaration;

    public void Check(CheckContext context)
    {
        if (!context.Inputs.TryGet(Properties.Ip, out string? ip))
        {
            return;
        }

        IpBlock block = IpBlock.Parse(ip);
        string? id = context.Inputs.TryGet(Properties.ServiceName, out string? serviceName) ? new AttachmentId(serviceName, block).ToString() : null;
        if (sessions.Claims.Declare(ClaimKind.Ip, block.ToString(), id, context.Urn, isNew: context.IsNew) is { } rival)
        {
            context.Failures.Add(
                Properties.Ip,
                $"is wanted on another load balancer by {rival}. An IP serves from one at a time, so the two would take it from each other at every "
                + "`pulumi up`; keep one of them.");
        }
    }

    public PropertyBag Identity(string id) => AttachmentId.TryParse(id, out AttachmentId? parsed)
        ? PropertyBag.Empty.With(Properties.ServiceName, parsed.ServiceName).With(Properties.Ip, parsed.Block.ToString())
        : PropertyBag.Empty;

    public Task<IEnumerable<PropertyDifference>> DiffAsync(DiffContext context, CancellationToken cancellationToken)
    {
        sessions.Claims.Compared(context.Id, context.Urn, context.State);
        bool isUnfinished = context.State.TryGet(Properties.Phase, out string? phase) && phase != Phases.Live;
        return Task.FromResult<IEnumerable<PropertyDifference>>(isUnfinished ? [new(Properties.ServiceName.Name, FromInputs: true)] : []);
    }

    public async Task<ResourceState> CreateAsync(CreateContext context, CancellationToken cancellationToken)
    {
        if (context.Preview)
        {
            return await new Previewing(sessions.Current, context.Log).CreateAsync(context.Inputs, cancellationToken).ConfigureAwait(false);
        }

        Session session = sessions.Required;
        AttachmentId id = IdOf(context.Inputs);
        using Deadline deadline = Deadline.In(context.Timeout, Durations.OfMove, session.Time, cancellationToken);
        sessions.Claims.Made(ClaimKind.Ip, id.Block.ToString(), context.Urn);
        var attaching = new Attaching(session, id, context.Inputs, context.Log, deadline);
        PropertyBag state = await deadline.WithinAsync(
            $"the move of {id.Block} to {id.ServiceName}",
            () => attaching.AttachAsync(before: null, sessions.Claims.OriginOf(id.ToString(), context.Urn))).ConfigureAwait(false);
        sessions.Claims.Lasts(id.ToString(), context.Urn, state);
        return new ResourceState(id.ToString(), state);
    }

    public Task<ResourceState?> ReadAsync(ReadContext context, CancellationToken cancellationToken)
    {
        AttachmentId id = AttachmentId.Parse(context.Id);
        if (context.IsImport)
        {
            sessions.Claims.Lasts(id.ToString(), context.Urn, context.State);
        }

        Session session = sessions.Required;
        return session.ReadAsync(context, cancellation => new Reading(session, id, context.Log).ReadAsync(context, cancellation), cancellationToken);
    }

    public async Task<ResourceState> UpdateAsync(UpdateContext context, CancellationToken cancellationToken)
    {
        AttachmentId id = AttachmentId.Parse(context.Id);
        if (context.Inputs.TryGet(Properties.ServiceName, out string? where) && where != id.ServiceName)
        {
            // Only `ignoreChanges` keeps another place in the inputs: the one where a Read found the block, which then stays there.
            return new ResourceState(
                context.Id, PropertyBag.Empty.WithFrom(context.State, Properties.Declaration.Outputs).WithFrom(context.Inputs, Properties.Declaration.Inputs));
        }

        if (context.Preview)
        {
            return new ResourceState(context.Id, Previewing.Update(context));
        }

        Session session = sessions.Required;
        using Deadline deadline = Deadline.In(context.Timeout, Durations.OfMove, session.Time, cancellationToken);
        var attaching = new Attaching(session, id, context.Inputs, context.Log, deadline);
        return new ResourceState(id.ToString(), await deadline.WithinAsync($"the move of {id.Block} to {id.ServiceName}", () => attaching.AttachAsync(context.State)).ConfigureAwait(false));
    }

    public async Task DeleteAsync(DeleteContext context, CancellationToken cancellationToken)
    {
        AttachmentId id = AttachmentId.Parse(context.Id);
        if (sessions.Claims.HolderAfter(ClaimKind.Ip, id.Block.ToString(), id.ToString(), context.Urn) is { } holder)
        {
            Deletion.Leave(context, sessions.Claims, id.ToString(), holder, id.Block.ToString(), $"`{Properties.OnDelete.Name}` is `{Properties.Park}`");
            return;
        }

        if (!Deletion.IsWanted(context, Properties.OnDelete, Properties.Park))
        {
            context.Log.Info($"{id.Block} stays routed to {id.ServiceName}, as {Deletion.WhyRetained(context, Properties.OnDelete, Properties.Park)}.");
            return;
        }

        Session session = sessions.Required;
        using Deadline deadline = Deadline.In(context.Timeout, Durations.OfMove, session.Time, cancellationToken);
        var parking = new Parking(session, id, MoveTasks.TaskIn(context.State), context.Log, deadline);
        await deadline.WithinAsync($"the parking of {id.Block}", parking.ParkAsync).ConfigureAwait(false);
    }

    private static AttachmentId IdOf(PropertyBag inputs) =>
        new(inputs.GetRequired(Properties.ServiceName), IpBlock.Parse(inputs.GetRequired(Properties.Ip)));
}
