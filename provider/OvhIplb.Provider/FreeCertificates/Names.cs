using System.Collections.Immutable;
using OvhIplb.Provider.Resources;
using OvhIplb.Provider.Schema;
using OvhIplb.Provider.Values;

namespace OvhIplb.Provider.FreeCertificates;

/// <summary>What the names of one certificate must be together, beyond what each must be by itself.</summary>
internal static class Names
{
    private const int Most = 100;

    /// <summary>
    /// Refuses names that the rules for international names refuse. Names that the resource has already must not keep the rest of the stack from
    /// being updated: for these it warns.
    /// </summary>
    public static void CheckRules(CheckContext context)
    {
        ImmutableArray<PropertyValue> names = Items(context.Inputs);
        HashSet<string> held = [.. Items(context.OldInputs).Select(static item => item.Unwrapped).OfType<StringValue>().Select(static name => DomainName.Normalize(name.Value))];
        for (int index = 0; index < names.Length; index++)
        {
            if (names[index].Unwrapped is not StringValue { Value: var name } || DomainName.Check(name) is not { } reason)
            {
                continue;
            }

            if (held.Contains(DomainName.Normalize(name)))
            {
                context.Log.Warning($"{PropertyPath.Element(Properties.Fqdns.Name, index)}: {reason}. The certificate stays; a new one cannot hold this name.");
            }
            else
            {
                context.Failures.Add(Properties.Fqdns, index, reason);
            }
        }
    }

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

    private static ImmutableArray<PropertyValue> Items(PropertyBag bag) =>
        bag[Properties.Fqdns.Name]?.Unwrapped is ArrayValue { Items: var items } ? items : [];
}
