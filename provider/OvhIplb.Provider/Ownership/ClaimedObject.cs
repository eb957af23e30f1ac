using OvhIplb.Provider.Framework.Schema;

namespace OvhIplb.Provider.Ownership;

/// <summary>The kinds of objects that resources claim.</summary>
internal enum ClaimKind
{
    /// <summary>A failover IP block, on any load balancer: two resources cannot both have it.</summary>
    Ip,

    /// <summary>A set of names on a load balancer.</summary>
    FreeCertificate,

    /// <summary>The number of a certificate on a load balancer: one certificate may hold the names of two resources.</summary>
    CertificateNumber,

    /// <summary>An uploaded certificate on a load balancer, by its fingerprint: a load balancer takes each once.</summary>
    CustomCertificate,

    /// <summary>The display name of an uploaded certificate.</summary>
    CustomCertificateName,
}

/// <summary>An object at OVHcloud that a resource stands for.</summary>
/// <param name="Kind">What kind of object it is.</param>
/// <param name="Key">Identifies the object among those of its kind.</param>
/// <param name="Id">The resource id that goes with it; null while that is unknown.</param>
internal sealed record ClaimedObject(ClaimKind Kind, string Key, string? Id)
{
    /// <summary>Where two resources claim the object under different ids: the failure of the second. Null where that is allowed.</summary>
    public ClaimConflict? Conflict { get; init; }
}

/// <summary>A check failure because another resource claims the same object under another id.</summary>
/// <param name="Property">The property at fault.</param>
/// <param name="Reason">Makes the reason from the URN of the other resource.</param>
internal sealed record ClaimConflict(Property Property, Func<string, string> Reason);
