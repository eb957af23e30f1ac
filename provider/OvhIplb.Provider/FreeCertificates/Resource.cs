using System.Collections.Immutable;
using OvhIplb.Provider.LoadBalancers;
using OvhIplb.Provider.Resources;
using OvhIplb.Provider.Schema;
using CertificateProperties = OvhIplb.Provider.Certificates.Properties;

namespace OvhIplb.Provider.FreeCertificates;

/// <summary>One free certificate for a set of names.</summary>
internal sealed class Resource(SessionHolder sessions) : IResource
{
    private static readonly TimeSpan DefaultTimeout = TimeSpan.FromMinutes(60);

    public ResourceDeclaration Declaration => Properties.Declaration;

    public void Check(CheckContext context)
    {
        Names.CheckRules(context);
        if (!context.Inputs.TryGet(Properties.Fqdns, out ImmutableArray<string> fqdns))
        {
            return;
        }

        Names.Check(fqdns, context.Failures);
        if (context.Inputs.TryGet(Properties.ServiceName, out string? serviceName))
        {
            string id = CertificateId.Of(serviceName, fqdns).ToString();
            sessions.Claims.Declare(ClaimKind.FreeCertificate, id, id, context.Urn, context.IsNew);
        }
    }

    public PropertyBag Identity(string id) => CertificateId.TryParse(id, out CertificateId? parsed) && parsed.Number is null
        ? PropertyBag.Empty.With(Properties.ServiceName, parsed.ServiceName).With(Properties.Fqdns, [.. parsed.Names])
        : PropertyBag.Empty;

    public Task<IEnumerable<PropertyDifference>> DiffAsync(DiffContext context, CancellationToken cancellationToken)
    {
        sessions.Claims.Compared(context.Id, context.Urn, context.State);
        if (context.State.TryGet(CertificateProperties.CertificateId, out long number))
        {
            sessions.Claims.Hold(ClaimKind.CertificateNumber, CertificateId.Parse(context.Id).Numbered(number), context.Id, context.Urn);
        }

        if (context.State.TryGet(Properties.Phase, out string? phase) && phase != Phases.Live)
        {
            if (phase == Phases.Ordering && Progress.TaskIn(context.State) is { } task)
            {
                CertificateId id = CertificateId.Parse(context.Id);
                sessions.Current?.CertificateOrders.Add(id.ServiceName, task, id.Names);
            }

            return Task.FromResult<IEnumerable<PropertyDifference>>([new(Properties.Fqdns.Name)]);
        }

        return Task.FromResult<IEnumerable<PropertyDifference>>([]);
    }

    public async Task<ResourceState> CreateAsync(CreateContext context, CancellationToken cancellationToken)
    {
        if (context.Preview)
        {
            return new ResourceState("", await new Previewing(sessions, context.Log).OrderAsync(context.Inputs, phase: null, cancellationToken).ConfigureAwait(false));
        }

        Session session = sessions.Required;
        CertificateId id = CertificateId.Of(context.Inputs.GetRequired(Properties.ServiceName), context.Inputs.Get(Properties.Fqdns));
        using Deadline deadline = Deadline.In(context.Timeout, DefaultTimeout, session.Time, cancellationToken);
        sessions.Claims.Made(ClaimKind.FreeCertificate, id.ToString(), context.Urn);
        string? origin = sessions.Claims.OriginOf(id.ToString(), context.Urn);
        var ordering = new Ordering(session, id, context.Inputs, context.Log, deadline);
        PropertyBag state = await deadline.WithinAsync(WhatIsOrdered(id), () => ordering.ObtainAsync(before: null, origin)).ConfigureAwait(false);
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

        Session session = sessions.Required;
        return session.ReadAsync(
            context,
            cancellation => new Reading(session, context.IsImport ? CertificateId.ParseImport(context.Id) : CertificateId.Parse(context.Id))
                .ReadAsync(context, cancellation),
            cancellationToken);
    }

    public async Task<ResourceState> UpdateAsync(UpdateContext context, CancellationToken cancellationToken)
    {
        bool isLive = context.State.Get(Properties.Phase) == Phases.Live;
        if (isLive && (context.Preview || Succession.In(context.State).IsEmpty))
        {
            return new ResourceState(
                context.Id,
                PropertyBag.Empty.WithFrom(context.State, Properties.Declaration.Outputs).WithFrom(context.Inputs, Properties.Declaration.Inputs));
        }

        if (context.Preview)
        {
            var previewing = new Previewing(sessions, context.Log);
            return new ResourceState(
                context.Id,
                await previewing.OrderAsync(context.Inputs, context.State.Get(Properties.Phase), cancellationToken).ConfigureAwait(false));
        }

        Session session = sessions.Required;
        using Deadline deadline = Deadline.In(context.Timeout, DefaultTimeout, session.Time, cancellationToken);
        CertificateId id = CertificateId.Parse(context.Id);
        var ordering = new Ordering(session, id, context.Inputs, context.Log, deadline);
        var succession = new Succession(session, sessions.Claims, id, context, deadline);
        PropertyBag state = await deadline.WithinAsync(
            WhatIsOrdered(id), () => ordering.ObtainAsync(context.State, succession: succession)).ConfigureAwait(false);
        sessions.Claims.Made(ClaimKind.CertificateNumber, id.Numbered(state.Get(CertificateProperties.CertificateId)), context.Urn);
        return new ResourceState(context.Id, state);
    }

    public async Task DeleteAsync(DeleteContext context, CancellationToken cancellationToken)
    {
        CertificateId id = CertificateId.Parse(context.Id);
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

        Session session = sessions.Required;
        // A delete takes a moment, the refresh after it may take as long as any.
        using Deadline deadline = Deadline.In(context.Timeout, Durations.OfRefresh, session.Time, cancellationToken);
        var deleting = new Deleting(session, sessions.Claims, id, context, deadline);
        await deadline.WithinAsync($"the removal of the certificate for {id.Listed} from {id.ServiceName}", deleting.DeleteAsync).ConfigureAwait(false);
    }

    private static string WhatIsOrdered(CertificateId id) => $"the order of a certificate for {id.Listed} on {id.ServiceName}";
}
