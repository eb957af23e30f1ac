using OvhIplb.Provider.LoadBalancers;
using OvhIplb.Provider.Schema;
using CertificateProperties = OvhIplb.Provider.Certificates.Properties;

namespace OvhIplb.Provider.CustomCertificates;

/// <summary>What a resource claims: a certificate on a load balancer, which takes it once only, and with which chain.</summary>
/// <param name="Object">Load balancer and fingerprint.</param>
/// <param name="Id">The same with the chain.</param>
internal sealed record Claim(string Object, string Id)
{
    public const string Kind = ClaimKind.CustomCertificate;

    /// <summary>Of inputs; null while what decides is unknown or missing.</summary>
    public static Claim? Of(PropertyBag inputs) =>
        inputs.TryGet(Properties.ServiceName, out string? serviceName)
        && Material.Of(inputs, Properties.Certificate) is { Certificates: [_] } leaf
        && !inputs.IsUnknown(Properties.Chain)
            ? Of(serviceName, leaf.Fingerprints, Material.Of(inputs, Properties.Chain).Fingerprints)
            : null;

    /// <summary>Of an entry, which lacks the certificate itself where it was imported.</summary>
    public static Claim Of(PropertyBag oldInputs, PropertyBag state) =>
        Of(oldInputs) ?? Of(state.GetRequired(Properties.ServiceName), state.Get(CertificateProperties.Fingerprint) ?? "", "unknown");

    private static Claim Of(string serviceName, string fingerprint, string chain) =>
        new($"{serviceName}/{fingerprint}", $"{serviceName}/{fingerprint}/{chain}");
}
