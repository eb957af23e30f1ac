using OvhIplb.Provider.LoadBalancers;
using OvhIplb.Provider.Resources;
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
        && Bundle.Of(inputs) is { } bundle
        && !inputs.IsUnknown(Properties.Chain)
            ? Of(serviceName, Chain.Fingerprint(bundle.Leaf), bundle.Chain.Fingerprints)
            : null;

    /// <summary>Of an entry, which lacks the certificate itself where it was imported.</summary>
    public static Claim Of(PropertyBag oldInputs, PropertyBag state) =>
        Of(oldInputs) ?? Of(state.GetRequired(Properties.ServiceName), state.Get(CertificateProperties.Fingerprint) ?? "", "unknown");

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
            context.Failures.Add(Properties.Chain, $"is another one than that with which {otherChain} uploads the same certificate. {once}");
        }

        if (!context.Inputs.IsUnknown(Properties.DisplayName)
            && claims.Declare(
                ClaimKind.CustomCertificateName, claim.Object, context.Inputs.Get(Properties.DisplayName) ?? "", context.Urn, context.IsNew) is { } otherName)
        {
            context.Failures.Add(Properties.DisplayName, $"is another one than that which {otherName} gives the same certificate. {once}");
        }
    }

    private static Claim Of(string serviceName, string fingerprint, string chain) =>
        new($"{serviceName}/{fingerprint}", $"{serviceName}/{fingerprint}/{chain}");
}
