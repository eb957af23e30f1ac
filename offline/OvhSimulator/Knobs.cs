namespace OvhSimulator;

/// <summary>Behaviour that no source settles; each has a plausible default and can be turned while the simulator runs.</summary>
public sealed class Knobs
{
    /// <summary>Whether a finished move or park counts as a pending change on the load balancers it touches. Default no.</summary>
    public bool MoveRaisesPendingChanges { get; set; }

    /// <summary>Whether a delivered certificate counts as a pending change. Default no.</summary>
    public bool CertificateRaisesPendingChanges { get; set; }

    /// <summary>
    /// Whether a refresh asked for while one runs is accepted and changes nothing, its task done at once, rather than
    /// refused with 409. Default no.
    /// </summary>
    public bool AcceptRefreshDuringRefresh { get; set; }

    /// <summary>Whether DELETE of a certificate ordered through OVH is refused with 403. Default no.</summary>
    public bool RefuseDeleteOfBuiltCertificate { get; set; }
}
