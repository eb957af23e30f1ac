using System.Collections.Immutable;
using System.Globalization;
using OvhIplb.Provider.LoadBalancers;
using OvhIplb.Provider.Resources;
using OvhIplb.Provider.Schema;

namespace OvhIplb.Provider.FreeCertificates;

/// <summary>One free certificate for a set of names.</summary>
internal sealed class Resource(SessionHolder sessions) : IResource
{
    private const string ClaimKind = "certificate";

    // One certificate may hold the names of two resources, so names alone do not say whose it is.
    private const string NumberKind = "certificate number";

    private static readonly TimeSpan DefaultTimeout = TimeSpan.FromMinutes(60);

    public ResourceDeclaration Declaration => Properties.Declaration;

    public void Check(CheckContext context)
    {
        if (!context.Inputs.TryGet(Properties.Fqdns, out ImmutableArray<string> fqdns))
        {
            return;
        }

        Names.Check(fqdns, context.Failures);
        if (context.Inputs.TryGet(Properties.ServiceName, out string? serviceName))
        {
            string id = CertificateId.Of(serviceName, fqdns).ToString();
            sessions.Claims.Declare(ClaimKind, id, id, context.Urn, context.IsNew);
        }
    }

    public IEnumerable<PropertyDifference> Diff(DiffContext context)
    {
        sessions.Claims.Compared(context.Id, context.Urn, context.State);
        if (context.State.TryGet(Properties.CertificateId, out long number))
        {
            sessions.Claims.Hold(NumberKind, NumberOf(CertificateId.Parse(context.Id), number), context.Id, context.Urn);
        }

        if (context.State.TryGet(Properties.Phase, out string? phase) && phase != Phases.Live)
        {
            yield return new PropertyDifference(Properties.Fqdns.Name, FromInputs: true);
        }
    }

    public async Task<ResourceState> CreateAsync(CreateContext context, CancellationToken cancellationToken)
    {
        if (context.Preview)
        {
            return new ResourceState("", PropertyBag.Empty.WithFrom(context.Inputs, Properties.Declaration.Inputs));
        }

        Session session = sessions.Required;
        CertificateId id = CertificateId.Of(context.Inputs.GetRequired(Properties.ServiceName), context.Inputs.Get(Properties.Fqdns));
        using Deadline deadline = Deadline.In(context.Timeout, DefaultTimeout, session.Time, cancellationToken);
        sessions.Claims.Made(ClaimKind, id.ToString(), context.Urn);
        string? origin = sessions.Claims.OriginOf(id.ToString(), context.Urn);
        PropertyBag state = await ObtainAsync(session, id, context, context.Inputs, before: null, deadline, origin).ConfigureAwait(false);
        sessions.Claims.Made(NumberKind, NumberOf(id, state.Get(Properties.CertificateId)), context.Urn);
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
            context, cancellation => new Reading(session, CertificateId.Parse(context.Id)).ReadAsync(context, cancellation), cancellationToken);
    }

    public async Task<ResourceState> UpdateAsync(UpdateContext context, CancellationToken cancellationToken)
    {
        PropertyBag kept = PropertyBag.Empty
            .WithFrom(context.State, Properties.Declaration.Outputs)
            .WithFrom(context.Inputs, Properties.Declaration.Inputs);
        bool settled = context.State.Get(Properties.Phase) == Phases.Live;
        if (context.Preview)
        {
            return new ResourceState(context.Id, settled ? kept : PropertyBag.Empty.WithFrom(context.Inputs, Properties.Declaration.Inputs));
        }

        if (settled)
        {
            return new ResourceState(context.Id, kept);
        }

        Session session = sessions.Required;
        using Deadline deadline = Deadline.In(context.Timeout, DefaultTimeout, session.Time, cancellationToken);
        CertificateId id = CertificateId.Parse(context.Id);
        PropertyBag state = await ObtainAsync(session, id, context, context.Inputs, context.State, deadline).ConfigureAwait(false);
        await new Removal(session, id, context.Log, deadline).RemoveReplacedAsync(context.State, state).ConfigureAwait(false);
        return new ResourceState(context.Id, state);
    }

    public async Task DeleteAsync(DeleteContext context, CancellationToken cancellationToken)
    {
        CertificateId id = CertificateId.Parse(context.Id);
        if (sessions.Claims.HolderAfter(ClaimKind, id.ToString(), id.ToString(), context.Urn) is { } holder)
        {
            Deletion.Leave(
                context,
                sessions.Claims,
                id.ToString(),
                holder,
                $"the certificate for {string.Join(", ", id.Names)}",
                $"`{Properties.OnDelete.Name}` is `{Properties.Delete}`");
            return;
        }

        if (!Deletion.IsWanted(context, Properties.OnDelete, Properties.Delete))
        {
            context.Log.Info($"the certificate for {string.Join(", ", id.Names)} stays on {id.ServiceName}, as {Deletion.WhyRetained(context, Properties.OnDelete, Properties.Delete)}.");
            return;
        }

        Session session = sessions.Required;
        // A delete takes a moment, the refresh after it may take as long as any.
        using Deadline deadline = Deadline.In(context.Timeout, Durations.OfRefresh, session.Time, cancellationToken);
        await deadline.WithinAsync(
            $"the removal of the certificate for {string.Join(", ", id.Names)} from {id.ServiceName}",
            () => RemoveAsync(session, id, context, deadline)).ConfigureAwait(false);
    }

    private async Task RemoveAsync(Session session, CertificateId id, DeleteContext context, Deadline deadline)
    {
        if (await new Reading(session, id).NumberAsync(context.State, deadline.Token).ConfigureAwait(false) is not { } number)
        {
            if (context.State.Get(Properties.Phase) == Phases.Ordering)
            {
                context.Log.Warning($"the certificate for {string.Join(", ", id.Names)} was ordered and never seen delivered. Should it still arrive on "
                    + $"{id.ServiceName}, it stays there.");
                return;
            }

            await new Removal(session, id, context.Log, deadline).GoneAlreadyAsync().ConfigureAwait(false);
            return;
        }

        sessions.Claims.Release(NumberKind, context.Urn);
        if (sessions.Claims.HolderAfter(NumberKind, NumberOf(id, number), id.ToString(), context.Urn) is { } holder)
        {
            context.Log.Warning($"certificate {number} of {id.ServiceName} is still in use, by {holder}: it was left as it is.");
            return;
        }

        await new Removal(session, id, context.Log, deadline).RemoveAsync(number).ConfigureAwait(false);
    }

    private static string NumberOf(CertificateId id, long number) => string.Create(CultureInfo.InvariantCulture, $"{id.ServiceName}/{number}");

    private static Task<PropertyBag> ObtainAsync(
        Session session, CertificateId id, OperationContext context, PropertyBag inputs, PropertyBag? before, Deadline deadline, string? origin = null) =>
        deadline.WithinAsync(
            $"the order of a certificate for {string.Join(", ", id.Names)} on {id.ServiceName}",
            () => new Ordering(session, id, inputs, context.Log, deadline).ObtainAsync(before, origin));
}
