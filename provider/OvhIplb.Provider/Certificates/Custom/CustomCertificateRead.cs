using OvhIplb.Api.Certificates;
using OvhIplb.Api.Errors;
using OvhIplb.Provider.Certificates.Shared;
using OvhIplb.Provider.Framework.Resources;
using OvhIplb.Provider.Framework.Schema;
using OvhIplb.Provider.Ownership;
using OvhIplb.Provider.Process;
using OvhIplb.Provider.Refreshes;
using CertificateProperties = OvhIplb.Provider.Certificates.Shared.CertificateSchema;

namespace OvhIplb.Provider.Certificates.Custom;

/// <summary>Looks for the certificate, by its number first and by its fingerprint where it was uploaded anew.</summary>
internal sealed class CustomCertificateRead(Session session, CustomCertificateId id)
{
    private readonly CustomCertificateInventory _inventory = new(session, id.ServiceName);

    public async Task<ResourceState?> ReadAsync(ReadContext context, CancellationToken cancellation)
    {
        if (await FindAsync(context.State, cancellation) is not { } certificate)
        {
            return null;
        }

        if (context.IsImport)
        {
            return Imported(certificate, context.Log);
        }

        if (certificate.ExpireDate <= session.Time.GetUtcNow())
        {
            context.Log.Warning($"certificate {certificate.Id} of {id.ServiceName} has expired; give one that is valid.");
        }

        var state = Named(context, certificate).WithCertificate(certificate);
        var found = new ResourceState(
            (id with { Number = certificate.Id }).ToString(),
            state.With(CustomCertificateSchema.Phase, CustomCertificatePhases.Live));
        var isLiveUnknown = state.Get(CustomCertificateSchema.Phase) == CustomCertificatePhases.Refreshing
            && state.Get(CertificateProperties.AutoRefresh);
        return isLiveUnknown && await Pending.IsDueAsync(session, id.ServiceName, zones: [], cancellation)
            ? throw new ResourceInitializationException(
                found with { State = state },
                [$"certificate {certificate.Id} is on {id.ServiceName}, but the refresh that makes it live is not known to be done. Run "
                    + $"`pulumi up`."])
            : found;
    }

    /// <summary>The certificate of an entry; null where it is gone.</summary>
    public async Task<Certificate?> FindAsync(PropertyBag state, CancellationToken cancellation)
    {
        state.TryGet(CertificateProperties.Fingerprint, out var fingerprint);
        if (await _inventory.GetAsync(id.Number, fingerprint, cancellation) is { } certificate)
        {
            return certificate;
        }

        try
        {
            return fingerprint is null ? null : await _inventory.FindAsync(fingerprint, cancellation);
        }
        catch (NotFoundException)
        {
            // The load balancer is gone, and its certificates with it.
            return null;
        }
    }

    /// <summary>What it is called only matters to who gave it a name.</summary>
    private static PropertyBag Named(ReadContext context, Certificate certificate) =>
        context.Inputs.TryGet(CustomCertificateSchema.DisplayName, out var name) && name != certificate.DisplayName
            ? context.State.With(CustomCertificateSchema.DisplayName, certificate.DisplayName ?? "")
            : context.State.WithFrom(context.Inputs, CustomCertificateSchema.DisplayName);

    private ResourceState Imported(Certificate certificate, IOperationLog log)
    {
        if (CustomCertificateInventory.IsOrdered(certificate))
        {
            throw new InputException(
                "",
                $"certificate {certificate.Id} of {id.ServiceName} was ordered, not uploaded: it is a FreeCertificate.");
        }

        log.Info(
            $"the API does not give back what certificate {certificate.Id} of {id.ServiceName} was uploaded with. Unless the program has "
                + $"them, add `certificate`, the one "
            + $"with the fingerprint {certificate.Fingerprint}, and its `key`, and `chain` where there is one; nothing is uploaded for "
            + $"that.");
        var inputs = PropertyBag.Empty.With(CustomCertificateSchema.ServiceName, id.ServiceName);
        return new ResourceState(
            id.ToString(),
            inputs.WithOptional(CustomCertificateSchema.DisplayName, certificate.DisplayName).With(
                CustomCertificateSchema.Phase,
                CustomCertificatePhases.Live).With(Origin.Property, Origin.Imported).WithCertificate(certificate),
            inputs);
    }
}
