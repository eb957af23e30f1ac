using OvhIplb.Api.IpBlocks;
using OvhIplb.Provider.Framework.Resources;
using OvhIplb.Provider.Framework.Schema;
using OvhIplb.Provider.Ownership;
using OvhIplb.Provider.Process;

namespace OvhIplb.Provider.Certificates.Free;

/// <summary>What a preview can already say of a certificate, from reads only.</summary>
internal sealed class FreeCertificatePreview(SessionHolder sessions, Claims claims, IOperationLog log)
{
    /// <summary>Of what is ordered nothing is known before it is delivered.</summary>
    /// <param name="inputs">The inputs, which may hold unknowns.</param>
    /// <param name="phase">How far the certificate is; null for a new resource.</param>
    /// <param name="cancellation">Ends the look.</param>
    public async Task<PropertyBag> OrderAsync(PropertyBag inputs, string? phase, CancellationToken cancellation)
    {
        if (phase is null or FreeCertificatePhases.Unrouted
            && sessions.Current is { } session
            && inputs.TryGet(FreeCertificateSchema.ServiceName, out var serviceName)
            && inputs.TryGet(FreeCertificateSchema.Fqdns, out var fqdns)
            && !await IsThereAsync(session, FreeCertificateId.Of(serviceName, fqdns), isNew: phase is null, cancellation)
            && inputs.TryGet(FreeCertificateSchema.WaitForDns, out var waits)
            && waits)
        {
            await WarnAsync(session, FreeCertificateId.Of(serviceName, fqdns), cancellation);
        }

        return PropertyBag.Empty.WithFrom(inputs, FreeCertificateSchema.Declaration.Inputs);
    }

    private async Task<bool> IsThereAsync(Session session, FreeCertificateId id, bool isNew, CancellationToken cancellation)
    {
        var inventory = new FreeCertificateInventory(session, id.ServiceName);
        var all = await OptionalRead.TryAsync(id.ServiceName, () => inventory.ListAsync(cancellation));
        if (inventory.BestLive((all ?? []).Where(certificate => id.IsExactly(certificate.San))) is not { } found)
        {
            return false;
        }

        log.Info($"certificate {found.Id} of {id.ServiceName} is for exactly these names and {(isNew ? "will be adopted" : "is used")}.");
        return true;
    }

    /// <summary>
    /// What the same update brings there counts as there. Records that it makes cannot be seen yet, so a warning is all this is.
    /// </summary>
    private async Task WarnAsync(Session session, FreeCertificateId id, CancellationToken cancellation)
    {
        var awaited = claims.DeclaredOn(ClaimKind.Ip, id.ServiceName).Select(IpBlock.Parse);
        var astray = await new DnsCheck(session, id, log).AstrayAsync(awaited, cancellation);
        if (!astray.IsEmpty)
        {
            log.Warning(
                $"`pulumi up` waits before it orders the certificate, unless it makes these records itself: {DnsCheck.Told(astray)}.");
        }
    }
}
