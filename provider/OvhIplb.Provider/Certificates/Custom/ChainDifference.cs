using OvhIplb.Provider.Framework.Resources;
using OvhIplb.Provider.Framework.Schema;

namespace OvhIplb.Provider.Certificates.Custom;

/// <summary>
/// Whether what leads from a certificate to its root is another, in whichever of the inputs and in whichever order it is given.
/// </summary>
internal static class ChainDifference
{
    /// <summary>At most one. An import has none: no API call returns the chain that was uploaded.</summary>
    public static IEnumerable<PropertyDifference> Of(PropertyBag before, PropertyBag now)
    {
        if (!before.Has(CustomCertificateSchema.Certificate))
        {
            return [];
        }

        if (now.IsUnknown(CustomCertificateSchema.Chain))
        {
            // It may turn out to be another.
            return before.IsUnknown(CustomCertificateSchema.Chain) ? [] : [new PropertyDifference(CustomCertificateSchema.Chain.Name)];
        }

        if (CertificateBundle.Of(before) is not { } old || CertificateBundle.Of(now) is not { } @new
            || old.Chain.Fingerprints == @new.Chain.Fingerprints)
        {
            return [];
        }

        var ofChain = DeclaredValueDiff.Run(
            CustomCertificateSchema.Chain,
            before[CustomCertificateSchema.Chain.Name],
            now[CustomCertificateSchema.Chain.Name]).FirstOrDefault();
        return [ofChain ?? new PropertyDifference(CustomCertificateSchema.Certificate.Name)];
    }
}
