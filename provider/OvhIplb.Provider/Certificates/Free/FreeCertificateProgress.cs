using System.Collections.Immutable;
using System.Globalization;
using OvhIplb.Api.Certificates;
using OvhIplb.Provider.Certificates.Shared;
using OvhIplb.Provider.Framework.Resources;
using OvhIplb.Provider.Framework.Schema;

namespace OvhIplb.Provider.Certificates.Free;

/// <summary>How far a certificate has come, kept in the state whatever goes wrong.</summary>
internal sealed class FreeCertificateProgress(FreeCertificateId id, PropertyBag inputs)
{
    private PropertyBag _before = PropertyBag.Empty;

    /// <summary>How the certificate came to be; null while that is not settled.</summary>
    public string? Origin { get; set; }

    /// <summary>The order's task.</summary>
    public long? TaskId { get; set; }

    /// <summary>What was found or delivered; while it is null, the state goes on to tell of what there was before.</summary>
    public Certificate? Certificate { get; set; }

    /// <summary>The numbers of certificates that are succeeded; null while that is as it was before.</summary>
    public ImmutableSortedSet<long>? Superseded { get; set; }

    /// <summary>The task of the order in a state; null where the certificate was found.</summary>
    public static long? TaskIn(PropertyBag state) =>
        state.TryGet(FreeCertificateSchema.TaskId, out var task) ? long.Parse(task, CultureInfo.InvariantCulture) : null;

    /// <summary>Goes on from the state of an earlier run; null for a new resource.</summary>
    public void Resume(PropertyBag? before)
    {
        if (before is not null)
        {
            _before = before;
            Origin = before.Get(Ownership.Origin.Property);
            TaskId = TaskIn(before);
        }
    }

    public PropertyBag StateIn(string phase)
    {
        var state = PropertyBag.Empty
            .WithFrom(_before, FreeCertificateSchema.Declaration.Outputs)
            .WithFrom(inputs, FreeCertificateSchema.Declaration.Inputs)
            .With(FreeCertificateSchema.Phase, phase)
            .With(Ownership.Origin.Property, Origin ?? Ownership.Origin.Created)
            .WithOptional(FreeCertificateSchema.TaskId, TaskId?.ToString(CultureInfo.InvariantCulture))
            .WithCertificate(Certificate);
        state = Superseded is { } superseded ? SupersededCertificates.Into(state, superseded) : state;

        // While it is ordered there is a certificate for none of them, and the state says what is.
        return phase == FreeCertificatePhases.Ordering ? state.With(FreeCertificateSchema.Fqdns, []) : state;
    }

    public ResourceInitializationException Unfinished(string phase, string reason) =>
        new(new ResourceState(id.ToString(), StateIn(phase)), [reason]);
}
