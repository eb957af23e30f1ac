using System.Collections.Immutable;
using OvhIplb.Api.LoadBalancers;
using OvhIplb.Provider.LoadBalancers;
using OvhIplb.Provider.Resources;
using OvhIplb.Provider.Schema;

namespace OvhIplb.Provider.FreeCertificates;

/// <summary>One free certificate for a set of names.</summary>
internal sealed class Resource(SessionHolder sessions) : IResource
{
    private const string ClaimKind = "certificate";

    private const int MostNames = 100;

    private static readonly TimeSpan DefaultTimeout = TimeSpan.FromMinutes(60);

    public ResourceDeclaration Declaration => Properties.Declaration;

    public void Check(CheckContext context)
    {
        if (!context.Inputs.TryGet(Properties.Fqdns, out ImmutableArray<string> fqdns))
        {
            return;
        }

        if (fqdns.IsEmpty)
        {
            context.Failures.Add(Properties.Fqdns, "is empty; give at least one name");
        }

        if (fqdns.Length > MostNames)
        {
            context.Failures.Add(Properties.Fqdns, $"has {fqdns.Length} names; a certificate holds {MostNames} at most");
        }

        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int index = 0; index < fqdns.Length; index++)
        {
            if (!first.TryAdd(DomainName.Normalize(fqdns[index]), index))
            {
                int same = first[DomainName.Normalize(fqdns[index])];
                context.Failures.Add(Properties.Fqdns, index, $"'{fqdns[index]}' is the same name as fqdns[{same}]");
            }
        }

        if (context.Inputs.TryGet(Properties.ServiceName, out string? serviceName))
        {
            sessions.Claims.Declare(ClaimKind, CertificateId.Of(serviceName, fqdns).ToString(), context.Urn);
        }
    }

    public IEnumerable<PropertyDifference> Diff(DiffContext context)
    {
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
        using Deadline deadline = Deadline.In(context.Timeout ?? DefaultTimeout, session.Time, cancellationToken);
        sessions.Claims.Made(ClaimKind, id.ToString(), context.Urn);
        return new ResourceState(id.ToString(), await ObtainAsync(session, id, context, context.Inputs, before: null, deadline).ConfigureAwait(false));
    }

    public Task<ResourceState?> ReadAsync(ReadContext context, CancellationToken cancellationToken) =>
        new Reading(sessions.Required, CertificateId.Parse(context.Id)).ReadAsync(context, cancellationToken);

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
        using Deadline deadline = Deadline.In(context.Timeout ?? DefaultTimeout, session.Time, cancellationToken);
        CertificateId id = CertificateId.Parse(context.Id);
        PropertyBag state = await ObtainAsync(session, id, context, context.Inputs, context.State, deadline).ConfigureAwait(false);
        await RemoveReplacedAsync(session, id, context, state, deadline.Token).ConfigureAwait(false);
        return new ResourceState(context.Id, state);
    }

    public async Task DeleteAsync(DeleteContext context, CancellationToken cancellationToken)
    {
        CertificateId id = CertificateId.Parse(context.Id);
        if (sessions.Claims.HolderBesides(ClaimKind, id.ToString(), context.Urn) is { } holder)
        {
            context.Log.Warning($"the certificate for {string.Join(", ", id.Names)} is still declared, by {holder}: it was left as it is.");
            return;
        }

        if (!Removal.IsWanted(context))
        {
            context.Log.Info($"the certificate for {string.Join(", ", id.Names)} stays on {id.ServiceName}, as {Removal.WhyRetained(context)}.");
            return;
        }

        Session session = sessions.Required;
        if (await new Reading(session, id).NumberAsync(context.State, cancellationToken).ConfigureAwait(false) is { } number)
        {
            await new Removal(session, id, context.Log).RemoveAsync(number, cancellationToken).ConfigureAwait(false);
        }
        else if (context.State.Get(Properties.Phase) == Phases.Ordering)
        {
            context.Log.Warning($"the certificate for {string.Join(", ", id.Names)} was ordered and never seen delivered. Should it still arrive on "
                + $"{id.ServiceName}, it stays there.");
        }

        sessions.Claims.Forget(ClaimKind, id.ToString());
    }

    private static Task<PropertyBag> ObtainAsync(
        Session session, CertificateId id, OperationContext context, PropertyBag inputs, PropertyBag? before, Deadline deadline) =>
        deadline.WithinAsync(
            $"the order of a certificate for {string.Join(", ", id.Names)} on {id.ServiceName}",
            () => new Ordering(session, id, inputs, context.Log, deadline).ObtainAsync(before));

    /// <summary>An unrouted certificate that had to be ordered anew goes once its successor is there, if it was ours to delete.</summary>
    private static async Task RemoveReplacedAsync(
        Session session, CertificateId id, UpdateContext context, PropertyBag state, CancellationToken cancellation)
    {
        if (context.State.TryGet(Properties.CertificateId, out long old)
            && state.TryGet(Properties.CertificateId, out long now)
            && old != now
            && context.State.Get(Properties.Phase) == Phases.Unrouted
            && context.State.Get(Origin.Property) != Origin.Adopted
            && await new Inventory(session, id.ServiceName).GetAsync(old, cancellation).ConfigureAwait(false) is { } replaced
            && replaced.Type == CertificateType.BuiltNotRouted)
        {
            await new Removal(session, id, context.Log).RemoveAsync(old, cancellation).ConfigureAwait(false);
        }
    }
}
