using OvhIplb.Provider.Framework.Resources;
using OvhIplb.Provider.Framework.Schema;
using OvhIplb.Provider.Ownership;
using CertificateProperties = OvhIplb.Provider.Certificates.Shared.CertificateSchema;

namespace OvhIplb.Provider.Certificates.Custom;

/// <summary>What a resource claims: a certificate on a load balancer, which takes it once only, and with which chain.</summary>
/// <param name="Object">Load balancer and fingerprint.</param>
/// <param name="Id">The same with the chain.</param>
internal sealed record CustomCertificateClaim(string Object, string Id)
{
    public const string Kind = ClaimKind.CustomCertificate;

    /// <summary>Of inputs; null while what decides is unknown or missing.</summary>
    public static CustomCertificateClaim? Of(PropertyBag inputs) =>
        inputs.TryGet(CustomCertificateSchema.ServiceName, out var serviceName)
        && CertificateBundle.Of(inputs) is { } bundle
        && !inputs.IsUnknown(CustomCertificateSchema.Chain)
            ? Of(serviceName, CertificateChain.Fingerprint(bundle.Leaf), bundle.Chain.Fingerprints)
            : null;

    /// <summary>Of an entry, which lacks the certificate itself where it was imported.</summary>
    public static CustomCertificateClaim Of(PropertyBag oldInputs, PropertyBag state) =>
        Of(oldInputs) ?? Of(state.GetRequired(CustomCertificateSchema.ServiceName), state.Get(CertificateProperties.Fingerprint) ?? "", "unknown");

    /// <summary>Two that want the same certificate with another chain, or under another name, would take it from each other for ever.</summary>
    public static void Declare(CheckContext context, Claims claims)
    {
        if (Of(context.Inputs) is not { } claim)
        {
            return;
        }

        const string once = "A load balancer takes a certificate once only; keep one of them.";
        if (claims.Declare(Kind, claim.Object, claim.Id, context.Urn, context.IsNew) is { } otherChain)
        {
            context.Failures.Add(CustomCertificateSchema.Chain, $"is another one than that with which {otherChain} uploads the same certificate. {once}");
        }

        if (!context.Inputs.IsUnknown(CustomCertificateSchema.DisplayName)
            && claims.Declare(
                ClaimKind.CustomCertificateName, claim.Object, context.Inputs.Get(CustomCertificateSchema.DisplayName) ?? "", context.Urn, context.IsNew) is { } otherName)
        {
            context.Failures.Add(CustomCertificateSchema.DisplayName, $"is another one than that which {otherName} gives the same certificate. {once}");
        }
    }

    private static CustomCertificateClaim Of(string serviceName, string fingerprint, string chain) =>
        new($"{serviceName}/{fingerprint}", $"{serviceName}/{fingerprint}/{chain}");
}
