using OvhIplb.Provider.Certificates.Shared;
using OvhIplb.Provider.Framework.Resources;
using OvhIplb.Provider.Ownership;
using OvhIplb.Provider.Process;

namespace OvhIplb.Provider.Certificates.Free;

/// <summary>Takes the certificate off its load balancer, unless another resource holds the same one.</summary>
internal sealed class FreeCertificateDelete(Session session, Claims claims, FreeCertificateId id, DeleteContext context, Deadline deadline)
{
    private readonly CertificateRemoval _removal = new(session, id.ServiceName, context.Log, deadline);

    public async Task DeleteAsync()
    {
        var finding = new FreeCertificateSearch(session, id);
        if (await finding.FindAsync(context.State, deadline.Token) is not { } certificate)
        {
            if (context.State.Get(FreeCertificateSchema.Phase) == FreeCertificatePhases.Ordering)
            {
                context.Log.Warning(
                    $"the certificate for {id.Listed} was ordered and never seen delivered. Should it still arrive on {id.ServiceName}, "
                        + $"it stays there.");
                return;
            }

            await _removal.GoneAlreadyAsync($"the certificate for {id.Listed}");
            return;
        }

        var predecessors = await finding.PredecessorsAsync(context.State, certificate, deadline.Token);
        var isRemoved = false;
        foreach (var number in predecessors.Prepend(certificate.Id))
        {
            isRemoved |= await TryRemoveAsync(number);
        }

        if (isRemoved)
        {
            await _removal.MakeLiveAsync();
        }
    }

    private async Task<bool> TryRemoveAsync(long number)
    {
        if (claims.HolderBesides(id.ClaimOf(number), context.Urn) is { } holder)
        {
            context.Log.Warning($"certificate {number} of {id.ServiceName} is still in use, by {holder}: it was left as it is.");
            return false;
        }

        return await _removal.RemoveOrWarnAsync(number);
    }
}
