using System.Collections.Immutable;
using System.Globalization;
using OvhIplb.Api.Certificates;
using OvhIplb.Provider.Certificates;
using OvhIplb.Provider.LoadBalancers;
using OvhIplb.Provider.Resources;
using OvhIplb.Provider.Schema;
using CertificateProperties = OvhIplb.Provider.Certificates.Properties;

namespace OvhIplb.Provider.FreeCertificates;

/// <summary>Looks how the certificate is. What it finds goes into the state, and never into the inputs.</summary>
internal sealed class Reading(Session session, CertificateId id)
{
    private readonly Inventory _inventory = new(session, id.ServiceName);

    private readonly Finding _finding = new(session, id);

    public async Task<ResourceState?> ReadAsync(ReadContext context, CancellationToken cancellation)
    {
        Certificate? certificate = await _finding.FindAsync(context.State, cancellation).ConfigureAwait(false);
        if (context.IsImport)
        {
            return certificate is null ? null : Imported(certificate);
        }

        if (certificate is null || !_inventory.IsLive(certificate))
        {
            await RequireNoOrderAsync(context.State, cancellation).ConfigureAwait(false);
        }

        if (certificate is null)
        {
            return null;
        }

        if (await _finding.IsPredecessorThereAsync(context.State, certificate, cancellation).ConfigureAwait(false))
        {
            throw Unfinished(
                context.State,
                $"certificate {certificate.Id} for {id.Listed} has arrived on {id.ServiceName}; what is left is to make it live and to remove the one that it succeeds. Run "
                + "`pulumi up`.");
        }

        PropertyBag state = context.State.WithFrom(context.Inputs, Properties.Fqdns).WithCertificate(certificate);
        return _inventory.IsLive(certificate)
            ? new ResourceState(id.ToString(), await FinishedAsync(context, state, cancellation).ConfigureAwait(false))
            : throw await UnroutedAsync(context, state, certificate, cancellation).ConfigureAwait(false);
    }

    /// <summary>A read clears what the engine knows of unfinished work, so while work is unfinished it is said again.</summary>
    private async Task<PropertyBag> FinishedAsync(ReadContext context, PropertyBag state, CancellationToken cancellation)
    {
        bool isNew = context.State.Get(Properties.Phase) is Phases.Ordering or Phases.Refreshing
            || (Succession.PredecessorIn(context.State) is { } old && old != state.Get(CertificateProperties.CertificateId));
        return isNew && state.Get(CertificateProperties.AutoRefresh) && await GoingLive.IsDueAsync(session, id.ServiceName, cancellation).ConfigureAwait(false)
            ? throw Unfinished(
                state.With(Properties.Phase, Phases.Refreshing),
                $"the certificate for {id.Listed} has arrived on {id.ServiceName}; what is left is to make it live. Run `pulumi up`.")
            : state.With(Properties.Phase, Phases.Live);
    }

    /// <summary>What the certificate is good for goes into the state under the input's name: the names that still lead to the load balancer.</summary>
    private async Task<ResourceInitializationException> UnroutedAsync(
        ReadContext context, PropertyBag state, Certificate certificate, CancellationToken cancellation)
    {
        ImmutableSortedDictionary<string, string> astray = context.Inputs.Get(Properties.WaitForDns)
            ? await new Pointing(session, id, context.Log).AstrayAsync([], cancellation).ConfigureAwait(false)
            : ImmutableSortedDictionary<string, string>.Empty;
        ImmutableArray<string> routed = astray.IsEmpty
            ? []
            : [.. context.Inputs.Get(Properties.Fqdns).Where(name => !astray.ContainsKey(DomainName.Normalize(name)))];
        string what = certificate.ExpireDate <= session.Time.GetUtcNow() ? "has expired without being renewed" : "is no longer routed, so it will not be renewed";
        string why = astray.IsEmpty
            ? $"every one of {id.Listed} has to point to the load balancer or one of its failover IPs"
            : Pointing.Told(astray);
        return Unfinished(
            state.With(Properties.Phase, Phases.Unrouted).With(Properties.Fqdns, routed),
            $"certificate {certificate.Id} of {id.ServiceName} {what}: {why}. Correct the A and AAAA records, then run `pulumi up`.");
    }

    private ResourceState Imported(Certificate certificate)
    {
        if (certificate.Type == CertificateType.Custom)
        {
            throw new InputException("", $"certificate {certificate.Id} of {id.ServiceName} was uploaded, not ordered: it is a CustomCertificate.");
        }

        PropertyBag inputs = PropertyBag.Empty
            .With(Properties.ServiceName, id.ServiceName)
            .With(Properties.Fqdns, [.. certificate.San.Order(StringComparer.Ordinal)]);
        return new ResourceState(
            CertificateId.Of(id.ServiceName, certificate.San).ToString(),
            inputs
                .With(Properties.Phase, _inventory.IsLive(certificate) ? Phases.Live : Phases.Unrouted)
                .With(Origin.Property, Origin.Imported)
                .WithCertificate(certificate),
            inputs);
    }

    /// <summary>Gone means no object and no live order: an order that still runs is never let go of.</summary>
    private async Task RequireNoOrderAsync(PropertyBag state, CancellationToken cancellation)
    {
        if (state.Get(Properties.Phase) != Phases.Ordering || Progress.TaskIn(state) is not { } task)
        {
            return;
        }

        if (await _inventory.TaskAsync(task, cancellation).ConfigureAwait(false) is { Status.IsFinal: false } order)
        {
            throw Unfinished(state, string.Create(
                CultureInfo.InvariantCulture,
                $"the certificate for {id.Listed} on {id.ServiceName} is still being ordered (task {task} is '{order.Status}'). Run `pulumi up` to see it through."));
        }
    }

    private ResourceInitializationException Unfinished(PropertyBag state, string reason) => new(new ResourceState(id.ToString(), state), [reason]);
}
