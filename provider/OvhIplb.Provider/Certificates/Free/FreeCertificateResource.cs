using OvhIplb.Provider.Framework.Resources;
using OvhIplb.Provider.Framework.Schema;
using OvhIplb.Provider.Ownership;
using OvhIplb.Provider.Process;
using CertificateProperties = OvhIplb.Provider.Certificates.Shared.CertificateSchema;

namespace OvhIplb.Provider.Certificates.Free;

/// <summary>One free certificate for a set of names.</summary>
internal sealed class FreeCertificateResource(SessionHolder sessions) : IResource
{
    private static readonly TimeSpan DefaultTimeout = TimeSpan.FromMinutes(60);

    public ResourceDeclaration Declaration => FreeCertificateSchema.Declaration;

    public void Check(CheckContext context)
    {
        FreeCertificateNames.CheckRules(context);
        if (!context.Inputs.TryGet(FreeCertificateSchema.Fqdns, out var fqdns))
        {
            return;
        }

        FreeCertificateNames.Check(fqdns, context.Failures);
        if (context.Inputs.TryGet(FreeCertificateSchema.ServiceName, out var serviceName))
        {
            var id = FreeCertificateId.Of(serviceName, fqdns).ToString();
            sessions.Claims.Declare(ClaimKind.FreeCertificate, id, id, context.Urn, context.IsNew);
        }
    }

    public PropertyBag Identity(string id) => FreeCertificateId.TryParse(id, out var parsed) && parsed.Number is null
        ? PropertyBag.Empty.With(FreeCertificateSchema.ServiceName, parsed.ServiceName).With(FreeCertificateSchema.Fqdns, [.. parsed.Names])
        : PropertyBag.Empty;

    public Task<IEnumerable<PropertyDifference>> DiffAsync(DiffContext context, CancellationToken cancellationToken)
    {
        sessions.Claims.Compared(context.Id, context.Urn, context.State);
        if (context.State.TryGet(CertificateProperties.CertificateId, out var number))
        {
            sessions.Claims.Hold(ClaimKind.CertificateNumber, FreeCertificateId.Parse(context.Id).Numbered(number), context.Id, context.Urn);
        }

        if (context.State.TryGet(FreeCertificateSchema.Phase, out var phase) && phase != FreeCertificatePhases.Live)
        {
            if (phase == FreeCertificatePhases.Ordering && FreeCertificateProgress.TaskIn(context.State) is { } task)
            {
                var id = FreeCertificateId.Parse(context.Id);
                sessions.Current?.CertificateOrders.Add(id.ServiceName, task, id.Names);
            }

            return Task.FromResult<IEnumerable<PropertyDifference>>([new(FreeCertificateSchema.Fqdns.Name)]);
        }

        return Task.FromResult<IEnumerable<PropertyDifference>>([]);
    }

    public async Task<ResourceState> CreateAsync(CreateContext context, CancellationToken cancellationToken)
    {
        if (context.Preview)
        {
            return new ResourceState("", await new FreeCertificatePreview(sessions, context.Log).OrderAsync(context.Inputs, phase: null, cancellationToken));
        }

        var session = sessions.Required;
        var id = FreeCertificateId.Of(context.Inputs.GetRequired(FreeCertificateSchema.ServiceName), context.Inputs.Get(FreeCertificateSchema.Fqdns));
        using var deadline = Deadline.In(context.Timeout, DefaultTimeout, session.Time, cancellationToken);
        sessions.Claims.Made(ClaimKind.FreeCertificate, id.ToString(), context.Urn);
        var origin = sessions.Claims.OriginOf(id.ToString(), context.Urn);
        var ordering = new FreeCertificateCreate(session, id, context.Inputs, context.Log, deadline);
        var state = await deadline.WithinAsync(WhatIsOrdered(id), () => ordering.ObtainAsync(before: null, origin));
        sessions.Claims.Made(ClaimKind.CertificateNumber, id.Numbered(state.Get(CertificateProperties.CertificateId)), context.Urn);
        sessions.Claims.Lasts(id.ToString(), context.Urn, state);
        return new ResourceState(id.ToString(), state);
    }

    public Task<ResourceState?> ReadAsync(ReadContext context, CancellationToken cancellationToken)
    {
        if (context.IsImport)
        {
            sessions.Claims.Lasts(context.Id, context.Urn, context.State);
        }

        var session = sessions.Required;
        return session.ReadAsync(
            context,
            cancellation => new FreeCertificateRead(session, context.IsImport ? FreeCertificateId.ParseImport(context.Id) : FreeCertificateId.Parse(context.Id))
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
                PropertyBag.Empty.WithFrom(context.State, FreeCertificateSchema.Declaration.Outputs).WithFrom(context.Inputs, FreeCertificateSchema.Declaration.Inputs));
        }

        if (context.Preview)
        {
            var previewing = new FreeCertificatePreview(sessions, context.Log);
            return new ResourceState(
                context.Id,
                await previewing.OrderAsync(context.Inputs, context.State.Get(FreeCertificateSchema.Phase), cancellationToken));
        }

        var session = sessions.Required;
        using var deadline = Deadline.In(context.Timeout, DefaultTimeout, session.Time, cancellationToken);
        var id = FreeCertificateId.Parse(context.Id);
        var ordering = new FreeCertificateCreate(session, id, context.Inputs, context.Log, deadline);
        var succession = new SupersededCertificates(session, sessions.Claims, id, context, deadline);
        var state = await deadline.WithinAsync(
            WhatIsOrdered(id), () => ordering.ObtainAsync(context.State, succession: succession));
        sessions.Claims.Made(ClaimKind.CertificateNumber, id.Numbered(state.Get(CertificateProperties.CertificateId)), context.Urn);
        return new ResourceState(context.Id, state);
    }

    public async Task DeleteAsync(DeleteContext context, CancellationToken cancellationToken)
    {
        var id = FreeCertificateId.Parse(context.Id);
        if (sessions.Claims.HolderAfter(ClaimKind.FreeCertificate, id.ToString(), id.ToString(), context.Urn) is { } holder)
        {
            Deletion.Leave(
                context,
                sessions.Claims,
                id.ToString(),
                holder,
                $"the certificate for {id.Listed}",
                $"`{CertificateProperties.OnDelete.Name}` is `{CertificateProperties.Delete}`");
            return;
        }

        if (!Deletion.IsWanted(context, CertificateProperties.OnDelete, CertificateProperties.Delete))
        {
            context.Log.Info($"the certificate for {id.Listed} stays on {id.ServiceName}, as "
                + $"{Deletion.WhyRetained(context, CertificateProperties.OnDelete, CertificateProperties.Delete)}.");
            return;
        }

        var session = sessions.Required;
        // A delete takes a moment, the refresh after it may take as long as any.
        using var deadline = Deadline.In(context.Timeout, DefaultTimeouts.OfRefresh, session.Time, cancellationToken);
        var deleting = new FreeCertificateDelete(session, sessions.Claims, id, context, deadline);
        await deadline.WithinAsync($"the removal of the certificate for {id.Listed} from {id.ServiceName}", deleting.DeleteAsync);
    }

    private static string WhatIsOrdered(FreeCertificateId id) => $"the order of a certificate for {id.Listed} on {id.ServiceName}";
}
