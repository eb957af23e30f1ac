using OvhIplb.Provider.Framework.Resources;
using OvhIplb.Provider.Framework.Schema;

namespace OvhIplb.Provider.Certificates.Custom;

/// <summary>What certificate, key and chain must be together, beyond what each must be by itself.</summary>
internal static class CustomCertificateMaterial
{
    /// <param name="context">The check. What is unknown or missing is not compared.</param>
    /// <param name="now">The time by which certificates have expired.</param>
    public static void Check(CheckContext context, DateTimeOffset now)
    {
        if (CertificateBundle.Of(context.Inputs) is { } bundle)
        {
            if (context.Inputs.TryGet(CustomCertificateSchema.Key, out var key) && PrivateKey.FaultFor(bundle.Leaf, key) is { } reason)
            {
                context.Failures.Add(CustomCertificateSchema.Key, reason);
            }

            CheckPlaces(context, bundle);
        }

        CheckExpiry(context, CustomCertificateSchema.Certificate, now);
        CheckExpiry(context, CustomCertificateSchema.Chain, now);
    }

    private static void CheckPlaces(CheckContext context, CertificateBundle bundle)
    {
        if (bundle.Stray is not { } stray || context.Inputs.IsUnknown(CustomCertificateSchema.Chain))
        {
            return;
        }

        foreach (var property in (Property<string>[])[CustomCertificateSchema.Certificate, CustomCertificateSchema.Chain])
        {
            var index = CertificateBundle.Certificates(context.Inputs, property).Certificates.ToList().FindIndex(
                certificate => CertificateChain.Fingerprint(certificate) == CertificateChain.Fingerprint(stray));
            if (index >= 0)
            {
                context.Failures.Add(
                    property,
                    $"its {CertificateChain.Nth(index)} certificate issued neither the certificate nor one of those that lead from it to "
                        + $"its root; leave it out, or add the "
                    + "one that is missing in between");
                return;
            }
        }
    }

    /// <summary>One that expired while it was on the load balancer must not keep the rest of the stack from being updated.</summary>
    private static void CheckExpiry(CheckContext context, Property<string> property, DateTimeOffset now)
    {
        var chain = CertificateBundle.Certificates(context.Inputs, property);
        var expired = chain.Certificates.ToList().FindIndex(certificate => certificate.NotAfter.ToUniversalTime() <= now.UtcDateTime);
        if (expired < 0)
        {
            return;
        }

        var which = chain.Certificates.Length > 1 ? $"its {CertificateChain.Nth(expired)} certificate" : "it";
        var reason = FormattableString.Invariant($"{which} expired on {chain.Certificates[expired].NotAfter.ToUniversalTime():yyyy-MM-dd}");
        if (chain.Fingerprints == CertificateBundle.Certificates(context.OldInputs, property).Fingerprints)
        {
            context.Log.Warning($"{property.Name}: {reason}; give one that is valid.");
        }
        else
        {
            context.Failures.Add(property, $"{reason}; give one that is valid");
        }
    }
}
