using System.Collections.Immutable;
using OvhIplb.Provider.Certificates.Shared;
using OvhIplb.Provider.Framework.Resources;
using OvhIplb.Provider.Framework.Schema;
using OvhIplb.Provider.Framework.Values;

namespace OvhIplb.Provider.Certificates.Free;

/// <summary>What the names of one certificate must be together, beyond what each must be by itself.</summary>
internal static class FreeCertificateNames
{
    private const int Most = 100;

    /// <summary>
    /// Refuses names that the rules for international names refuse. Names that the resource has already must not keep the rest of the stack
    /// from
    /// being updated: for these it warns.
    /// </summary>
    public static void CheckRules(CheckContext context)
    {
        var names = Items(context.Inputs);
        HashSet<string> held = [.. Items(context.OldInputs).Select(static item => item.Unwrapped).OfType<StringValue>()
            .Select(static name => DomainName.Normalize(name.Value))];
        for (var index = 0; index < names.Length; index++)
        {
            if (names[index].Unwrapped is not StringValue { Value: var name } || DomainName.Check(name) is not { } reason)
            {
                continue;
            }

            if (held.Contains(DomainName.Normalize(name)))
            {
                context.Log.Warning($"{PropertyPath.Element(FreeCertificateSchema.Fqdns.Name, index)}: {reason}. The certificate stays; a "
                    + $"new one cannot hold this name.");
            }
            else
            {
                context.Failures.Add(FreeCertificateSchema.Fqdns, index, reason);
            }
        }
    }

    public static void Check(ImmutableArray<string> fqdns, CheckFailures failures)
    {
        if (fqdns.IsEmpty)
        {
            failures.Add(FreeCertificateSchema.Fqdns, "is empty; give at least one name");
        }

        if (fqdns.Length > Most)
        {
            failures.Add(FreeCertificateSchema.Fqdns, $"has {fqdns.Length} names; a certificate holds {Most} at most");
        }

        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var index = 0; index < fqdns.Length; index++)
        {
            if (!first.TryAdd(DomainName.Normalize(fqdns[index]), index))
            {
                var same = first[DomainName.Normalize(fqdns[index])];
                failures.Add(FreeCertificateSchema.Fqdns, index, $"'{fqdns[index]}' is the same name as fqdns[{same}]");
            }
        }
    }

    private static ImmutableArray<PropertyValue> Items(PropertyBag bag) =>
        bag[FreeCertificateSchema.Fqdns.Name]?.Unwrapped is ArrayValue { Items: var items } ? items : [];
}
