using System.Collections.Immutable;
using System.Security.Cryptography.X509Certificates;
using OvhIplb.Provider.Framework.Resources;
using OvhIplb.Provider.Framework.Schema;

namespace OvhIplb.Provider.Certificates.Custom;

/// <summary>
/// A certificate and those that lead from it to its root, wherever the program gives them: authorities issue them in one file or in
/// several, in any order, with the certificate itself among its chain, and with the root or without.
/// </summary>
/// <param name="Leaf">The certificate itself.</param>
/// <param name="Chain">Those that lead to its root, each followed by the one that issued it, and none twice.</param>
/// <param name="IsArranged">Whether that is another order than the one in which they are given, or one is left out.</param>
/// <param name="Stray">The first that leads nowhere; null where each has its place.</param>
internal sealed record CertificateBundle(X509Certificate2 Leaf, CertificateChain Chain, bool IsArranged, X509Certificate2? Stray)
{
    /// <summary>Of inputs; null while the certificate is unknown, missing or cannot be read.</summary>
    public static CertificateBundle? Of(PropertyBag inputs)
    {
        var given = Certificates(inputs, CustomCertificateSchema.Certificate);
        return LeafOf(given) is { } leaf
            ? Of(leaf, [.. given.Certificates, .. Certificates(inputs, CustomCertificateSchema.Chain).Certificates])
            : null;
    }

    /// <summary>The fingerprint of the certificate itself; empty where <see cref="Of(PropertyBag)"/> is null.</summary>
    public static string FingerprintOf(PropertyBag inputs)
        => LeafOf(Certificates(inputs, CustomCertificateSchema.Certificate)) is { } leaf ? CertificateChain.Fingerprint(leaf) : "";

    /// <summary>The certificates of an input as they are written; none where it is absent, unknown or cannot be read.</summary>
    public static CertificateChain Certificates(PropertyBag inputs, Property<string> property) =>
        inputs.TryGet(property, out var text) && CertificateChain.Check(text) is null
            ? CertificateChain.Parse(text)
            : CertificateChain.Empty;

    /// <summary>The reason why a text does not hold one certificate and what belongs to it; null where it does.</summary>
    public static string? Check(string text) => CertificateChain.Check(text) ?? (LeafOf(CertificateChain.Parse(text)) is null
        ? "holds certificates that are no chain; give the one that was issued for the key, and those that lead from it to its root"
        : null);

    /// <summary>
    /// The form in which two texts are equal that <see cref="Check"/> accepts: what leads to the root is compared with the chain.
    /// </summary>
    public static string Normalize(string text) => CertificateChain.Fingerprint(LeafOf(CertificateChain.Parse(text))!);

    /// <summary>Says what is uploaded where the program gives it otherwise.</summary>
    public void Tell(IOperationLog log)
    {
        if (IsArranged)
        {
            var chain = Chain.Certificates.IsEmpty
                ? "no chain"
                : $"the chain {string.Join(", ", Chain.Certificates.Select(Named))}, in this order";
            log.Info($"the certificates are given in another order, or twice: the certificate {Named(Leaf)} is uploaded with {chain}.");
        }
    }

    private static string Named(X509Certificate2 certificate) => certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false);

    /// <summary>
    /// The one that issued none of the others; null where that is more than one, or none. A root whose way to the others is missing is not
    /// it.
    /// </summary>
    private static X509Certificate2? LeafOf(CertificateChain given)
    {
        X509Certificate2[] distinct = [.. given.Certificates.DistinctBy(CertificateChain.Fingerprint)];
        X509Certificate2[] leaves = [.. distinct.Where(
            candidate => !distinct.Any(other => other != candidate && Issuance.IsBetween(candidate, other)))];
        X509Certificate2[] issuedByOthers = [.. leaves.Where(static leaf => !Issuance.IsSelfIssued(leaf))];
        return leaves is [var only] ? only : issuedByOthers is [var leaf] ? leaf : null;
    }

    private static CertificateBundle Of(X509Certificate2 leaf, ImmutableArray<X509Certificate2> given)
    {
        List<X509Certificate2> rest = [.. given.DistinctBy(CertificateChain.Fingerprint)];
        rest.RemoveAll(certificate => CertificateChain.Fingerprint(certificate) == CertificateChain.Fingerprint(leaf));
        List<X509Certificate2> ordered = [];
        while (IssuerOf(ordered.LastOrDefault(leaf), rest) is { } issuer)
        {
            ordered.Add(issuer);
            rest.Remove(issuer);
        }

        return new CertificateBundle(leaf, CertificateChain.Of(ordered), !given.SequenceEqual([leaf, .. ordered]), rest.FirstOrDefault());
    }

    /// <summary>
    /// An authority may be there twice, with a certificate of its own and with one of another authority, which leads further.
    /// </summary>
    private static X509Certificate2? IssuerOf(X509Certificate2 issued, List<X509Certificate2> among) =>
        among.Where(candidate => Issuance.IsBetween(candidate, issued)).OrderBy(Issuance.IsSelfIssued).FirstOrDefault();
}
