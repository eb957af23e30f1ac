namespace OvhSimulator;

/// <summary>Behaviour that no source settles; each has a plausible default and can be turned while the simulator runs.</summary>
public sealed class Knobs
{
    /// <summary>How far a timestamp may be from the server's clock, in seconds. Default 180.</summary>
    public long AcceptedClockSkewSeconds { get; set; } = 180;

    /// <summary>Whether an unknown or expired bearer token is answered 401 rather than 403. Default no.</summary>
    public bool InvalidTokenIsUnauthorized { get; set; }

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

    /// <summary>Whether an order is refused with 400 while a name does not lead to the load balancer. Default no: it is accepted and waits.</summary>
    public bool RefuseNamesNotPointing { get; set; }

    /// <summary>Whether an order ends in error at its first look at DNS if a name does not lead to the load balancer. Default no: it waits.</summary>
    public bool FailOrdersNotPointing { get; set; }

    /// <summary>Whether GET instancesState, announced to go in 2018, is gone and answers 404. Default no.</summary>
    public bool InstancesStateGone { get; set; }
}
