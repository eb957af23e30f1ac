
namespace OvhIplb.Provider.Ownership;

/// <summary>The kinds of objects that resources can claim.</summary>
internal static class ClaimKind
{
    /// <summary>A failover IP block, whichever load balancer it is wanted on: two resources cannot both have it.</summary>
    public const string Ip = "ip";

    /// <summary>A set of names on a load balancer.</summary>
    public const string FreeCertificate = "free certificate";

    /// <summary>A certificate's number on a load balancer: one may hold the names of two resources, so names alone do not say whose it is.</summary>
    public const string CertificateNumber = "certificate number";

    /// <summary>An uploaded certificate on a load balancer, by its fingerprint: there is only one of each.</summary>
    public const string CustomCertificate = "custom certificate";

    /// <summary>What an uploaded certificate is called.</summary>
    public const string CustomCertificateName = "name of a custom certificate";
}
