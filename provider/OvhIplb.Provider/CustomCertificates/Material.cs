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
        if (Bundle.Of(context.Inputs) is { } bundle)
        {
            if (context.Inputs.TryGet(Properties.Key, out string? key) && PrivateKey.FaultFor(bundle.Leaf, key) is { } reason)
            {
                context.Failures.Add(Properties.Key, reason);
            }

            CheckPlaces(context, bundle);
        }

        CheckExpiry(context, Properties.Certificate, now);
        CheckExpiry(context, Properties.Chain, now);
    }

    private static void CheckPlaces(CheckContext context, Bundle bundle)
    {
        if (bundle.Stray is not { } stray || context.Inputs.IsUnknown(Properties.Chain))
        {
            return;
        }

        foreach (Property<string> property in (Property<string>[])[Properties.Certificate, Properties.Chain])
        {
            int index = Bundle.Certificates(context.Inputs, property).Certificates.ToList().FindIndex(
                certificate => Chain.Fingerprint(certificate) == Chain.Fingerprint(stray));
            if (index >= 0)
            {
                context.Failures.Add(
                    property,
                    $"its {Chain.Nth(index)} certificate issued neither the certificate nor one of those that lead from it to its root; leave it out, or add the "
                    + "one that is missing in between");
                return;
            }
        }
    }

    /// <summary>One that expired while it was on the load balancer must not keep the rest of the stack from being updated.</summary>
    private static void CheckExpiry(CheckContext context, Property<string> property, DateTimeOffset now)
    {
        Chain chain = Bundle.Certificates(context.Inputs, property);
        int expired = chain.Certificates.ToList().FindIndex(certificate => certificate.NotAfter.ToUniversalTime() <= now.UtcDateTime);
        if (expired < 0)
        {
            return;
        }

        string which = chain.Certificates.Length > 1 ? $"its {Chain.Nth(expired)} certificate" : "it";
        string reason = FormattableString.Invariant($"{which} expired on {chain.Certificates[expired].NotAfter.ToUniversalTime():yyyy-MM-dd}");
        if (chain.Fingerprints == Bundle.Certificates(context.OldInputs, property).Fingerprints)
        {
            context.Log.Warning($"{property.Name}: {reason}; give one that is valid.");
        }
        else
        {
            context.Failures.Add(property, $"{reason}; give one that is valid");
        }
    }
}
