using System.Globalization;
using OvhIplb.Api.Certificates;
using OvhIplb.Api.LoadBalancers;
using OvhIplb.Provider.Certificates.Shared;
using OvhIplb.Provider.Framework.Resources;
using OvhIplb.Provider.Framework.Schema;
using OvhIplb.Provider.Ownership;
using OvhIplb.Provider.Process;
using OvhIplb.Provider.Refreshes;
using CertificateProperties = OvhIplb.Provider.Certificates.Shared.CertificateSchema;

namespace OvhIplb.Provider.Certificates.Free;

/// <summary>Reads the certificate. Its names are part of the id, so no input of it can drift.</summary>
internal sealed class FreeCertificateRead(Session session, FreeCertificateId id)
{
    private readonly FreeCertificateInventory _inventory = new(session, id.ServiceName);

    private readonly FreeCertificateSearch _finding = new(session, id);

    public async Task<ResourceState?> ReadAsync(ReadContext context, CancellationToken cancellation)
    {
        var certificate = await _finding.FindAsync(context.State, cancellation);
        if (context.IsImport)
        {
            return certificate is null ? null : Imported(certificate);
        }

        var superseded = SupersededCertificates.In(context.State);
        if (certificate is null || !_inventory.IsLive(certificate) || superseded.Contains(certificate.Id))
        {
            await RequireNoOrderAsync(context.State, isThere: certificate is not null, cancellation);
        }

        if (certificate is null)
        {
            return null;
        }

        var state = SupersededCertificates.Into(
            context.State.WithFrom(context.Inputs, FreeCertificateSchema.Fqdns).WithCertificate(certificate), superseded.Remove(
                certificate.Id));
        return _inventory.IsLive(certificate)
            ? new ResourceState(id.ToString(), await FinishedAsync(context, state, certificate, cancellation))
            : throw await new UnroutedCertificate(session, id, context.Log).FailureAsync(context.Inputs, state, certificate, cancellation);
    }

    /// <summary>A read clears what the engine knows of unfinished work, so while work is unfinished it is said again.</summary>
    private async Task<PropertyBag> FinishedAsync(
        ReadContext context,
        PropertyBag state,
        Certificate certificate,
        CancellationToken cancellation)
    {
        var phase = context.State.Get(FreeCertificateSchema.Phase);
        var isNew = phase is FreeCertificatePhases.Ordering or FreeCertificatePhases.Refreshing
            || (phase == FreeCertificatePhases.Unrouted && !SupersededCertificates.In(context.State).Contains(certificate.Id));
        if (isNew && phase != FreeCertificatePhases.Refreshing
            && (await _finding.PredecessorsAsync(context.State, certificate, cancellation)).Count > 0)
        {
            throw Unfinished(
                context.State,
                $"certificate {certificate.Id} for {id.Listed} has arrived on {id.ServiceName}; what is left is to make it live and to "
                    + $"remove what it succeeds. Run "
                + "`pulumi up`.");
        }

        return isNew
            && state.Get(CertificateProperties.AutoRefresh)
            && await Pending.IsDueAsync(session, id.ServiceName, zones: [], cancellation)
                ? throw Unfinished(
                    state.With(FreeCertificateSchema.Phase, FreeCertificatePhases.Refreshing),
                    $"the certificate for {id.Listed} has arrived on {id.ServiceName}; what is left is to make it live. Run `pulumi up`.")
                : state.With(FreeCertificateSchema.Phase, FreeCertificatePhases.Live);
    }

    /// <summary>
    /// One that is not routed is imported all the same: that it is not is for the next refresh to say, which can name the record.
    /// </summary>
    private ResourceState Imported(Certificate certificate)
    {
        if (certificate.Type == CertificateType.Custom)
        {
            throw new InputException(
                "",
                $"certificate {certificate.Id} of {id.ServiceName} was uploaded, not ordered: it is a CustomCertificate.");
        }

        var inputs = PropertyBag.Empty
            .With(FreeCertificateSchema.ServiceName, id.ServiceName)
            .With(FreeCertificateSchema.Fqdns, [.. certificate.San.Order(StringComparer.Ordinal)]);
        return new ResourceState(
            FreeCertificateId.Of(id.ServiceName, certificate.San).ToString(),
            inputs.With(FreeCertificateSchema.Phase, FreeCertificatePhases.Live).With(Origin.Property, Origin.Imported)
                .WithCertificate(certificate),
            inputs);
    }

    /// <summary>
    /// Gone means no object and no order that may have made one: an order that runs, or is done and shows nothing yet, is never let go of.
    /// </summary>
    private async Task RequireNoOrderAsync(PropertyBag state, bool isThere, CancellationToken cancellation)
    {
        if (state.Get(FreeCertificateSchema.Phase) != FreeCertificatePhases.Ordering
            || FreeCertificateProgress.TaskIn(state) is not { } task
            || await _inventory.TaskAsync(task, cancellation) is not { } order)
        {
            return;
        }

        if (!order.Status.IsFinal || (order.Status == LoadBalancerTaskStatus.Done && !isThere))
        {
            throw Unfinished(state, string.Create(
                CultureInfo.InvariantCulture,
                $"the certificate for {id.Listed} on {id.ServiceName} is not known to be delivered (task {task} is '{order.Status}'). Run "
                    + $"`pulumi up` to see it through."));
        }
    }

    private ResourceInitializationException Unfinished(PropertyBag state, string reason)
        => new(new ResourceState(id.ToString(), state), [reason]);
}
