
namespace OvhIplb.Provider.Certificates.Custom;

/// <summary>How far a certificate is.</summary>
internal static class CustomCertificatePhases
{
    public const string Live = "live";

    /// <summary>Uploaded, and the refresh that makes it live is not known to be done.</summary>
    public const string Refreshing = "refreshing";
}
