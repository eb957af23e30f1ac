using OvhIplb.Api.Certificates;
using OvhIplb.Provider.Certificates;
using OvhIplb.Provider.LoadBalancers;
using OvhIplb.Provider.Resources;
using OvhIplb.Provider.Schema;
using CertificateProperties = OvhIplb.Provider.Certificates.Properties;

namespace OvhIplb.Provider.FreeCertificates;

/// <summary>What becomes of a certificate that was no longer routed once it has a successor.</summary>
internal sealed class Succession(Session session, Claims claims, CertificateId id, UpdateContext context, Deadline deadline)
{
    private bool IsOurs => context.State.Get(Origin.Property) != Origin.Adopted
        || context.Inputs.Get(CertificateProperties.OnDelete) == CertificateProperties.Delete;

    /// <summary>The number of a certificate that needs a successor, be it on its way already; null where a state has none such.</summary>
    public static long? PredecessorIn(PropertyBag state) =>
        state.Get(Properties.Phase) is Phases.Unrouted or Phases.Ordering && state.TryGet(CertificateProperties.CertificateId, out long old) ? old : null;

    /// <summary>Takes it off the load balancer if it was ours to delete, is of no use to anybody else and still does not do its work.</summary>
    /// <returns>Whether it did.</returns>
    /// <exception cref="OperationException">The time is over.</exception>
    public async Task<bool> RemoveReplacedAsync(Certificate successor)
    {
        if (PredecessorIn(context.State) is not { } old || old == successor.Id || !IsOurs)
        {
            return false;
        }

        claims.Release(ClaimKind.CertificateNumber, context.Urn);
        if (claims.HolderAfter(ClaimKind.CertificateNumber, id.Numbered(old), id.ToString(), context.Urn) is not null)
        {
            return false;
        }

        try
        {
            return await RemoveAsync(old).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (deadline.HasExpired)
        {
            throw new OperationException(
                $"certificate {successor.Id} of {id.ServiceName} is there, but {old}, which it succeeds, is not known to be removed {deadline.Reason}. Run `pulumi up` "
                + "again to see it through.");
        }
    }

    private async Task<bool> RemoveAsync(long old)
    {
        var inventory = new Inventory(session, id.ServiceName);
        if (await inventory.GetAsync(old, deadline.Token).ConfigureAwait(false) is not { } replaced || inventory.IsLive(replaced))
        {
            return false;
        }

        var removal = new Removal(session, id.ServiceName, context.Log, deadline);
        if (await removal.TryRemoveAsync(old).ConfigureAwait(false) is not { } refused)
        {
            return true;
        }

        removal.Mourn(old, refused);
        return false;
    }
}
