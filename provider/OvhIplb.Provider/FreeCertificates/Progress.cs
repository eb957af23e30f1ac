using System.Collections.Immutable;
using System.Globalization;
using OvhIplb.Api.Certificates;
using OvhIplb.Provider.Certificates;
using OvhIplb.Provider.Resources;
using OvhIplb.Provider.Schema;

namespace OvhIplb.Provider.FreeCertificates;

/// <summary>How far a certificate has come, kept in the state whatever goes wrong.</summary>
internal sealed class Progress(CertificateId id, PropertyBag inputs)
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
        state.TryGet(Properties.TaskId, out string? task) ? long.Parse(task, CultureInfo.InvariantCulture) : null;

    /// <summary>Goes on from the state of an earlier run; null for a new resource.</summary>
    public void Resume(PropertyBag? before)
    {
        if (before is not null)
        {
            _before = before;
            Origin = before.Get(LoadBalancers.Origin.Property);
            TaskId = TaskIn(before);
        }
    }

    public PropertyBag StateIn(string phase)
    {
        PropertyBag state = PropertyBag.Empty
            .WithFrom(_before, Properties.Declaration.Outputs)
            .WithFrom(inputs, Properties.Declaration.Inputs)
            .With(Properties.Phase, phase)
            .With(LoadBalancers.Origin.Property, Origin ?? LoadBalancers.Origin.Created)
            .WithOptional(Properties.TaskId, TaskId?.ToString(CultureInfo.InvariantCulture))
            .WithCertificate(Certificate);
        state = Superseded is { } superseded ? Succession.Into(state, superseded) : state;

        // While it is ordered there is a certificate for none of them, and the state says what is.
        return phase == Phases.Ordering ? state.With(Properties.Fqdns, []) : state;
    }

    public ResourceInitializationException Unfinished(string phase, string reason) =>
        new(new ResourceState(id.ToString(), StateIn(phase)), [reason]);
}
