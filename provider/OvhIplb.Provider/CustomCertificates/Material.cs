using System.Security.Cryptography.X509Certificates;
using OvhIplb.Provider.Resources;
using OvhIplb.Provider.Schema;

namespace OvhIplb.Provider.CustomCertificates;

/// <summary>What certificate, key and chain must be together, beyond what each must be by itself.</summary>
internal static class Material
{
    /// <param name="context">The check. What is unknown or missing is not compared.</param>
    /// <param name="now">The time by which certificates have expired.</param>
    public static void Check(CheckContext context, DateTimeOffset now)
    {
        Chain leaf = Of(context.Inputs, Properties.Certificate);
        Chain chain = Of(context.Inputs, Properties.Chain);
        if (leaf.Certificates is [var certificate])
        {
            if (context.Inputs.TryGet(Properties.Key, out string? key) && !PrivateKey.BelongsTo(key, certificate))
            {
                context.Failures.Add(Properties.Key, "does not belong to the certificate; give the key that the certificate was issued for");
            }

            CheckOrder(certificate, chain, context.Failures);
        }

        CheckExpiry(context, Properties.Certificate, leaf, now);
        CheckExpiry(context, Properties.Chain, chain, now);
    }

    /// <summary>The certificates of an input; none where it is absent or unknown.</summary>
    public static Chain Of(PropertyBag inputs, Property<string> property) =>
        inputs.TryGet(property, out string? text) && Chain.Check(text) is null ? Chain.Parse(text) : Chain.Empty;

    private static void CheckOrder(X509Certificate2 leaf, Chain chain, CheckFailures failures)
    {
        if (chain.Certificates is [var first, ..] && Chain.Fingerprint(first) == Chain.Fingerprint(leaf))
        {
            failures.Add(Properties.Chain, "begins with the certificate itself; give only those that lead from it to its root");
            return;
        }

        X509Certificate2 issued = leaf;
        for (int index = 0; index < chain.Certificates.Length; index++)
        {
            if (!HasIssued(chain.Certificates[index], issued))
            {
                string of = index == 0 ? "the certificate" : $"the {Chain.Nth(index - 1)}";
                failures.Add(
                    Properties.Chain,
                    $"is not in order: its {Chain.Nth(index)} certificate did not issue {of}; begin with the one that issued the certificate, and let each be followed by "
                    + "the one that issued it");
                return;
            }

            issued = chain.Certificates[index];
        }
    }

    /// <summary>Authorities issue under one name with several keys, which these extensions tell apart where they are there.</summary>
    private static bool HasIssued(X509Certificate2 issuer, X509Certificate2 issued) =>
        issuer.SubjectName.RawData.AsSpan().SequenceEqual(issued.IssuerName.RawData)
        && (issued.Extensions.OfType<X509AuthorityKeyIdentifierExtension>().FirstOrDefault()?.KeyIdentifier is not { } wanted
            || issuer.Extensions.OfType<X509SubjectKeyIdentifierExtension>().FirstOrDefault()?.SubjectKeyIdentifierBytes is not { } key
            || wanted.Span.SequenceEqual(key.Span));

    /// <summary>One that expired while it was on the load balancer must not keep the rest of the stack from being updated.</summary>
    private static void CheckExpiry(CheckContext context, Property<string> property, Chain chain, DateTimeOffset now)
    {
        int expired = chain.Certificates.ToList().FindIndex(certificate => certificate.NotAfter.ToUniversalTime() <= now.UtcDateTime);
        if (expired < 0)
        {
            return;
        }

        string which = chain.Certificates.Length > 1 ? $"its {Chain.Nth(expired)} certificate" : "it";
        string reason = FormattableString.Invariant($"{which} expired on {chain.Certificates[expired].NotAfter.ToUniversalTime():yyyy-MM-dd}");
        if (chain.Fingerprints == Of(context.OldInputs, property).Fingerprints)
        {
            context.Log.Warning($"{property.Name}: {reason}; give one that is valid.");
        }
        else
        {
            context.Failures.Add(property, $"{reason}; give one that is valid");
        }
    }
}
