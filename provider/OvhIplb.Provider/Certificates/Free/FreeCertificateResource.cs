using OvhIplb.Provider.Framework.Resources;
using OvhIplb.Provider.Framework.Schema;
using OvhIplb.Provider.Ownership;
using OvhIplb.Provider.Process;
using CertificateProperties = OvhIplb.Provider.Certificates.Shared.CertificateSchema;

namespace OvhIplb.Provider.Certificates.Free;

/// <summary>One free certificate for a set of names.</summary>
internal sealed class FreeCertificateResource(SessionHolder sessions, Claims claims) : IOwnedResource
{
    private static readonly TimeSpan DefaultTimeout = TimeSpan.FromMinutes(60);

    public ResourceDeclaration Declaration => FreeCertificateSchema.Declaration;

    public void Check(CheckContext context)
    {
        FreeCertificateNames.CheckRules(context);
        if (context.Inputs.TryGet(FreeCertificateSchema.Fqdns, out var fqdns))
        {
            FreeCertificateNames.Check(fqdns, context.Failures);
        }
    }

    public IEnumerable<ClaimedObject> DeclaredObjects(PropertyBag inputs) =>
        inputs.TryGet(FreeCertificateSchema.Fqdns, out var fqdns) && inputs.TryGet(FreeCertificateSchema.ServiceName, out var serviceName)
            ? [FreeCertificateId.Of(serviceName, fqdns).Claim]
            : [];

    public ClaimedObject HeldObject(string id, PropertyBag inputs, PropertyBag state) => FreeCertificateId.Parse(id).Claim;

    public IEnumerable<ClaimedObject> OtherHeldObjects(string id, PropertyBag state) =>
        state.TryGet(CertificateProperties.CertificateId, out var number) ? [FreeCertificateId.Parse(id).ClaimOf(number)] : [];

    /// <summary>An unfinished order in the state is ours, so nothing waits for it as for an order of a stranger.</summary>
    public void OnShown(string id, PropertyBag state)
    {
        if (state.TryGet(FreeCertificateSchema.Phase, out var phase)
            && phase == FreeCertificatePhases.Ordering
            && FreeCertificateProgress.TaskIn(state) is { } task)
        {
            var ordered = FreeCertificateId.Parse(id);
            sessions.Current?.CertificateOrders.Add(ordered.ServiceName, task, ordered.Names);
        }
    }

    public PropertyBag Identity(string id) => FreeCertificateId.TryParse(id, out var parsed) && parsed.Number is null
        ? PropertyBag.Empty.With(FreeCertificateSchema.ServiceName, parsed.ServiceName).With(FreeCertificateSchema.Fqdns, [.. parsed.Names])
        : PropertyBag.Empty;

    public Task<IEnumerable<PropertyDifference>> DiffAsync(DiffContext context, CancellationToken cancellationToken)
    {
        var isUnfinished = context.State.TryGet(FreeCertificateSchema.Phase, out var phase) && phase != FreeCertificatePhases.Live;
        return Task.FromResult<IEnumerable<PropertyDifference>>(isUnfinished ? [new(FreeCertificateSchema.Fqdns.Name)] : []);
    }

    public async Task<ResourceState> CreateAsync(CreateContext context, CancellationToken cancellationToken)
    {
        if (context.Preview)
        {
            return new ResourceState(
                "",
                await new FreeCertificatePreview(sessions, claims, context.Log).OrderAsync(context.Inputs, phase: null, cancellationToken));
        }

        var session = sessions.Required;
        var id = FreeCertificateId.Of(
            context.Inputs.GetRequired(FreeCertificateSchema.ServiceName),
            context.Inputs.Get(FreeCertificateSchema.Fqdns));
        using var deadline = Deadline.In(context.Timeout, DefaultTimeout, session.Time, cancellationToken);
        var origin = claims.OriginOf(id.ToString(), context.Urn);
        var ordering = new FreeCertificateCreate(session, id, context.Inputs, context.Log, deadline);
        var state = await deadline.WithinAsync(WhatIsOrdered(id), () => ordering.ObtainAsync(before: null, origin));
        return new ResourceState(id.ToString(), state);
    }

    public Task<ResourceState?> ReadAsync(ReadContext context, CancellationToken cancellationToken)
    {
        var session = sessions.Required;
        return session.ReadAsync(
            context,
            cancellation => new FreeCertificateRead(
                session,
                context.IsImport ? FreeCertificateId.ParseImport(context.Id) : FreeCertificateId.Parse(context.Id))
                .ReadAsync(context, cancellation),
            cancellationToken);
    }

    public async Task<ResourceState> UpdateAsync(UpdateContext context, CancellationToken cancellationToken)
    {
        var isLive = context.State.Get(FreeCertificateSchema.Phase) == FreeCertificatePhases.Live;
        if (isLive && (context.Preview || SupersededCertificates.In(context.State).IsEmpty))
        {
            return new ResourceState(
                context.Id,
                PropertyBag.Empty.WithFrom(context.State, FreeCertificateSchema.Declaration.Outputs)
                    .WithFrom(context.Inputs, FreeCertificateSchema.Declaration.Inputs));
        }

        if (context.Preview)
        {
            var previewing = new FreeCertificatePreview(sessions, claims, context.Log);
            return new ResourceState(
                context.Id,
                await previewing.OrderAsync(context.Inputs, context.State.Get(FreeCertificateSchema.Phase), cancellationToken));
        }

        var session = sessions.Required;
        using var deadline = Deadline.In(context.Timeout, DefaultTimeout, session.Time, cancellationToken);
        var id = FreeCertificateId.Parse(context.Id);
        var ordering = new FreeCertificateCreate(session, id, context.Inputs, context.Log, deadline);
        var succession = new SupersededCertificates(session, claims, id, context, deadline);
        var state = await deadline.WithinAsync(
            WhatIsOrdered(id), () => ordering.ObtainAsync(context.State, succession: succession));
        return new ResourceState(context.Id, state);
    }

    public async Task DeleteAsync(DeleteContext context, CancellationToken cancellationToken)
    {
        var id = FreeCertificateId.Parse(context.Id);
        var session = sessions.Required;
        // A delete takes a moment, the refresh after it may take as long as any.
        using var deadline = Deadline.In(context.Timeout, DefaultTimeouts.OfRefresh, session.Time, cancellationToken);
        var deleting = new FreeCertificateDelete(session, claims, id, context, deadline);
        await deadline.WithinAsync($"the removal of the certificate for {id.Listed} from {id.ServiceName}", deleting.DeleteAsync);
    }

    public OwnedDeletion DescribeDeletion(DeleteContext context)
    {
        var id = FreeCertificateId.Parse(context.Id);
        return new OwnedDeletion(
            $"the certificate for {id.Listed}",
            $"the certificate for {id.Listed} stays on {id.ServiceName}",
            CertificateProperties.OnDelete,
            CertificateProperties.Delete);
    }

    private static string WhatIsOrdered(FreeCertificateId id) => $"the order of a certificate for {id.Listed} on {id.ServiceName}";
}
