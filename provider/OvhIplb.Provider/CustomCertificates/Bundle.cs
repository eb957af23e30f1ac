using System.Collections.Immutable;
using System.Security.Cryptography.X509Certificates;
using OvhIplb.Provider.Resources;
using OvhIplb.Provider.Schema;

namespace OvhIplb.Provider.CustomCertificates;

/// <summary>
/// A certificate and those that lead from it to its root, wherever the program gives them: authorities issue them in one file or in
/// several, in any order, with the certificate itself among its chain, and with the root or without.
/// </summary>
/// <param name="Leaf">The certificate itself.</param>
/// <param name="Chain">Those that lead to its root, each followed by the one that issued it, and none twice.</param>
/// <param name="IsArranged">Whether that is another order than the one in which they are given, or one is left out.</param>
/// <param name="Stray">The first that leads nowhere; null where each has its place.</param>
internal sealed record Bundle(X509Certificate2 Leaf, Chain Chain, bool IsArranged, X509Certificate2? Stray)
{
    /// <summary>Of inputs; null while the certificate is unknown, missing or cannot be read.</summary>
    public static Bundle? Of(PropertyBag inputs)
    {
        Chain given = Certificates(inputs, Properties.Certificate);
        return LeafOf(given) is { } leaf ? Of(leaf, [.. given.Certificates, .. Certificates(inputs, Properties.Chain).Certificates]) : null;
    }

    /// <summary>The fingerprint of the certificate itself; empty where <see cref="Of(PropertyBag)"/> is null.</summary>
    public static string FingerprintOf(PropertyBag inputs) => LeafOf(Certificates(inputs, Properties.Certificate)) is { } leaf ? Chain.Fingerprint(leaf) : "";

    /// <summary>The certificates of an input as they are written; none where it is absent, unknown or cannot be read.</summary>
    public static Chain Certificates(PropertyBag inputs, Property<string> property) =>
        inputs.TryGet(property, out string? text) && Chain.Check(text) is null ? Chain.Parse(text) : Chain.Empty;

    /// <summary>The reason why a text does not hold one certificate and what belongs to it; null where it does.</summary>
    public static string? Check(string text) => Chain.Check(text) ?? (LeafOf(Chain.Parse(text)) is null
        ? "holds certificates that are no chain; give the one that was issued for the key, and those that lead from it to its root"
        : null);

    /// <summary>The form in which two texts are equal that <see cref="Check"/> accepts: what leads to the root is compared with the chain.</summary>
    public static string Normalize(string text) => Chain.Fingerprint(LeafOf(Chain.Parse(text))!);

    /// <summary>Says what is uploaded where the program gives it otherwise.</summary>
    public void Tell(IOperationLog log)
    {
        if (IsArranged)
        {
            string chain = Chain.Certificates.IsEmpty ? "no chain" : $"the chain {string.Join(", ", Chain.Certificates.Select(Named))}, in this order";
            log.Info($"the certificates are given in another order, or twice: the certificate {Named(Leaf)} is uploaded with {chain}.");
        }
    }

    private static string Named(X509Certificate2 certificate) => certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false);

    /// <summary>
    /// The one that issued none of the others; null where that is more than one, or none. A root whose way to the others is missing is not it.
    /// </summary>
    private static X509Certificate2? LeafOf(Chain given)
    {
        X509Certificate2[] distinct = [.. given.Certificates.DistinctBy(Chain.Fingerprint)];
        X509Certificate2[] leaves = [.. distinct.Where(candidate => !distinct.Any(other => other != candidate && Issuance.IsBetween(candidate, other)))];
        X509Certificate2[] issuedByOthers = [.. leaves.Where(static leaf => !Issuance.IsSelfIssued(leaf))];
        return leaves is [var only] ? only : issuedByOthers is [var leaf] ? leaf : null;
    }

    private static Bundle Of(X509Certificate2 leaf, ImmutableArray<X509Certificate2> given)
    {
        List<X509Certificate2> rest = [.. given.DistinctBy(Chain.Fingerprint)];
        rest.RemoveAll(certificate => Chain.Fingerprint(certificate) == Chain.Fingerprint(leaf));
        List<X509Certificate2> ordered = [];
        while (IssuerOf(ordered.LastOrDefault(leaf), rest) is { } issuer)
        {
            ordered.Add(issuer);
            rest.Remove(issuer);
        }

        return new Bundle(leaf, Chain.Of(ordered), !given.SequenceEqual([leaf, .. ordered]), rest.FirstOrDefault());
    }

    /// <summary>An authority may be there twice, with a certificate of its own and with one of another authority, which leads further.</summary>
    private static X509Certificate2? IssuerOf(X509Certificate2 issued, List<X509Certificate2> among) =>
        among.Where(candidate => Issuance.IsBetween(candidate, issued)).OrderBy(Issuance.IsSelfIssued).FirstOrDefault();
}
