using System.Collections.Immutable;
using OvhIplb.Provider.Resources;

namespace OvhIplb.Provider.FreeCertificates;

/// <summary>What the names of one certificate must be together, beyond what each must be by itself.</summary>
internal static class Names
{
    private const int Most = 100;

    public static void Check(ImmutableArray<string> fqdns, CheckFailures failures)
    {
        if (fqdns.IsEmpty)
        {
            failures.Add(Properties.Fqdns, "is empty; give at least one name");
        }

        if (fqdns.Length > Most)
        {
            failures.Add(Properties.Fqdns, $"has {fqdns.Length} names; a certificate holds {Most} at most");
        }

        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int index = 0; index < fqdns.Length; index++)
        {
            if (!first.TryAdd(DomainName.Normalize(fqdns[index]), index))
            {
                int same = first[DomainName.Normalize(fqdns[index])];
                failures.Add(Properties.Fqdns, index, $"'{fqdns[index]}' is the same name as fqdns[{same}]");
            }
        }
    }
}
