
namespace OvhIplb.Provider.Certificates.Free;

/// <summary>How far a certificate is.</summary>
internal static class FreeCertificatePhases
{
    public const string Live = "live";

    /// <summary>Ordered and not known to be delivered.</summary>
    public const string Ordering = "ordering";

    /// <summary>Delivered, and the refresh that makes it live is not known to be done.</summary>
    public const string Refreshing = "refreshing";

    /// <summary>Delivered, but a name of it no longer points to the load balancer, so it will not be renewed.</summary>
    public const string Unrouted = "unrouted";
}
