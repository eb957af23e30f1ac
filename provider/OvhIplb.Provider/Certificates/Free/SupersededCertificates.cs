using System.Collections.Immutable;
using System.Globalization;
using OvhIplb.Provider.Certificates.Shared;
using OvhIplb.Provider.Framework.Resources;
using OvhIplb.Provider.Framework.Schema;
using OvhIplb.Provider.Ownership;
using OvhIplb.Provider.Process;
using CertificateProperties = OvhIplb.Provider.Certificates.Shared.CertificateSchema;

namespace OvhIplb.Provider.Certificates.Free;

/// <summary>What becomes of certificates that were no longer routed once there is one that is.</summary>
internal sealed class SupersededCertificates(Session session, Claims claims, FreeCertificateId id, UpdateContext context, Deadline deadline)
{
    private readonly FreeCertificateInventory _inventory = new(session, id.ServiceName);

    private readonly CertificateRemoval _removal = new(session, id.ServiceName, context.Log, deadline);

    private bool IsOurs => context.State.Get(Origin.Property) != Origin.Adopted
        || context.Inputs.Get(CertificateProperties.OnDelete) == CertificateProperties.Delete;

    /// <summary>The numbers of certificates that a state knows to need a successor, be it on its way or there already.</summary>
    public static ImmutableSortedSet<long> In(PropertyBag state)
    {
        state.TryGet(FreeCertificateSchema.Superseded, out var earlier);
        ImmutableSortedSet<long> all = earlier.IsDefault
            ? []
            : [.. earlier.Select(
                static text => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0)];
        return state.Get(FreeCertificateSchema.Phase) is FreeCertificatePhases.Unrouted or FreeCertificatePhases.Ordering
            && state.TryGet(CertificateProperties.CertificateId, out var present)
            ? all.Add(present)
            : all;
    }

    /// <summary>A state with these numbers in place of others.</summary>
    public static PropertyBag Into(PropertyBag state, ImmutableSortedSet<long> superseded) => superseded.IsEmpty
        ? state.Without(FreeCertificateSchema.Superseded)
        : state.With(
            FreeCertificateSchema.Superseded,
            [.. superseded.Select(static number => number.ToString(CultureInfo.InvariantCulture))]);

    /// <summary>
    /// Takes those off the load balancer that were ours to delete, are of no use to anybody else, and do not do their work.
    /// </summary>
    /// <returns>Those that are still there.</returns>
    /// <exception cref="OperationException">The time is over.</exception>
    public async Task<ImmutableSortedSet<long>> RemoveAsync(ImmutableSortedSet<long> superseded)
    {
        if (!IsOurs)
        {
            return [];
        }

        claims.Release(id.ClaimOf(number: 0), context.Urn);
        try
        {
            foreach (var number in superseded)
            {
                superseded = await IsThereStillAsync(number) ? superseded : superseded.Remove(number);
            }
        }
        catch (OperationCanceledException) when (deadline.HasExpired)
        {
            throw new OperationException(
                $"there is a certificate for {id.Listed} on {id.ServiceName}, but what it succeeds ({string.Join(", ", superseded)}) is "
                    + $"not known to be removed "
                + $"{deadline.Reason}. Run `pulumi up` again to see it through.");
        }

        return superseded;
    }

    private async Task<bool> IsThereStillAsync(long number)
    {
        if (claims.HolderBesides(id.ClaimOf(number), context.Urn) is not null
            || await _inventory.GetAsync(number, deadline.Token) is not { } old)
        {
            return false;
        }

        return _inventory.IsLive(old) || !await _removal.RemoveOrWarnAsync(number, isKept: true);
    }
}
