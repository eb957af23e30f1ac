using OvhIplb.Provider.Framework.Schema;
using OvhIplb.Provider.Ownership;
using CertificateProperties = OvhIplb.Provider.Certificates.Shared.CertificateSchema;

namespace OvhIplb.Provider.Certificates.Custom;

/// <summary>
/// The claims of an uploaded certificate. A load balancer takes each certificate once, with one chain and one name, so two resources that
/// declare it differently would take it from each other at every update.
/// </summary>
internal static class CustomCertificateClaim
{
    private const string KeepOne = "A load balancer takes a certificate once only; keep one of them.";

    /// <summary>The claims of inputs; none while the certificate or its chain is unknown or missing.</summary>
    public static IEnumerable<ClaimedObject> Declared(PropertyBag inputs)
    {
        if (Of(inputs) is not { } claim)
        {
            yield break;
        }

        yield return claim with
        {
            Conflict = new ClaimConflict(
                CustomCertificateSchema.Chain,
                static rival => $"is another one than that with which {rival} uploads the same certificate. {KeepOne}"),
        };
        if (!inputs.IsUnknown(CustomCertificateSchema.DisplayName))
        {
            yield return new ClaimedObject(
                ClaimKind.CustomCertificateName, claim.Key, inputs.Get(CustomCertificateSchema.DisplayName) ?? "")
            {
                Conflict = new ClaimConflict(
                    CustomCertificateSchema.DisplayName,
                    static rival => $"is another one than that which {rival} gives the same certificate. {KeepOne}"),
            };
        }
    }

    /// <summary>The claim of an entry. The inputs of an imported one lack the certificate.</summary>
    public static ClaimedObject Held(PropertyBag inputs, PropertyBag state) => Of(inputs)
        ?? Claim(state.GetRequired(CustomCertificateSchema.ServiceName), state.Get(CertificateProperties.Fingerprint) ?? "", "unknown");

    private static ClaimedObject? Of(PropertyBag inputs) =>
        inputs.TryGet(CustomCertificateSchema.ServiceName, out var serviceName)
        && CertificateBundle.Of(inputs) is { } bundle
        && !inputs.IsUnknown(CustomCertificateSchema.Chain)
            ? Claim(serviceName, CertificateChain.Fingerprint(bundle.Leaf), bundle.Chain.Fingerprints)
            : null;

    private static ClaimedObject Claim(string serviceName, string fingerprint, string chain) =>
        new(ClaimKind.CustomCertificate, $"{serviceName}/{fingerprint}", $"{serviceName}/{fingerprint}/{chain}");
}
