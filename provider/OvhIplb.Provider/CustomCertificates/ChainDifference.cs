using OvhIplb.Provider.Resources;
using OvhIplb.Provider.Schema;

namespace OvhIplb.Provider.CustomCertificates;

/// <summary>Whether what leads from a certificate to its root is another, in whichever of the inputs and in whichever order it is given.</summary>
internal static class ChainDifference
{
    /// <summary>At most one. An import has none: no API call returns the chain that was uploaded.</summary>
    public static IEnumerable<PropertyDifference> Of(PropertyBag before, PropertyBag now)
    {
        if (!before.Has(Properties.Certificate))
        {
            return [];
        }

        if (now.IsUnknown(Properties.Chain))
        {
            // It may turn out to be another.
            return before.IsUnknown(Properties.Chain) ? [] : [new PropertyDifference(Properties.Chain.Name)];
        }

        if (Bundle.Of(before) is not { } old || Bundle.Of(now) is not { } @new || old.Chain.Fingerprints == @new.Chain.Fingerprints)
        {
            return [];
        }

        PropertyDifference? ofChain = DeclaredValueDiff.Run(Properties.Chain, before[Properties.Chain.Name], now[Properties.Chain.Name]).FirstOrDefault();
        return [ofChain ?? new PropertyDifference(Properties.Certificate.Name)];
    }
}
