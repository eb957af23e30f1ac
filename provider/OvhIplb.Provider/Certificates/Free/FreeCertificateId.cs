using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using OvhIplb.Provider.Certificates.Shared;
using OvhIplb.Provider.Framework.Resources;
using OvhIplb.Provider.Ownership;
using OvhIplb.Provider.Process;

namespace OvhIplb.Provider.Certificates.Free;

/// <summary>
/// The resource's id, <c>serviceName/name,name,…</c> with the names in normal form and order: a renewal may change the
/// certificate's number, but never this. Import also takes <c>serviceName/number</c>.
/// </summary>
internal sealed record FreeCertificateId
{
    private FreeCertificateId(string serviceName, ImmutableSortedSet<string> names, long? number)
    {
        ServiceName = serviceName;
        Names = names;
        Number = number;
    }

    public string ServiceName { get; }

    /// <summary>In normal form; empty where only the number is known.</summary>
    public ImmutableSortedSet<string> Names { get; }

    /// <summary>The names as text.</summary>
    public string Listed => string.Join(", ", Names);

    /// <summary>Only where it was given instead of the names.</summary>
    public long? Number { get; }

    public static FreeCertificateId Of(string serviceName, IEnumerable<string> names) =>
        new(serviceName, names.Select(DomainName.Normalize).ToImmutableSortedSet(StringComparer.Ordinal), number: null);

    /// <summary>The id of a resource in the state. Its names are not judged: earlier versions took names that are refused today.</summary>
    /// <exception cref="InputException">The text has another form.</exception>
    public static FreeCertificateId Parse(string id) => TryParse(id, out var parsed) ? parsed : throw Refusal(id);

    public static bool TryParse(string id, [NotNullWhen(true)] out FreeCertificateId? parsed)
    {
        parsed = null;
        var parts = id.Split('/');
        if (parts is [var serviceName, { Length: > 0 } rest] && Process.ServiceName.IsPossible(serviceName))
        {
            if (TryNumber(rest, out var number))
            {
                parsed = new FreeCertificateId(serviceName, [], number);
            }
            else if (AreNames(rest))
            {
                parsed = Of(serviceName, NamesIn(rest));
            }
        }

        return parsed is not null;
    }

    /// <summary>The id that a user gives to an import.</summary>
    /// <exception cref="InputException">The text has another form, or a name in it is refused.</exception>
    public static FreeCertificateId ParseImport(string id) =>
        TryParse(id, out var parsed) && parsed.Names.All(static name => DomainName.Check(name) is null) ? parsed : throw Refusal(id);

    private static InputException Refusal(string id)
    {
        var misspelt = new MisspeltId(id);
        return misspelt.Refusal(
            FreeCertificateSchema.Declaration,
            misspelt.Last(static part => TryNumber(part, out _) || CheckNames(part) is null),
            CheckNames);
    }

    private static string[] NamesIn(string text) => text.Split(',', StringSplitOptions.TrimEntries);

    private static bool AreNames(string text)
        => NamesIn(text).All(static name => DomainName.IsNormal(name) || DomainName.Check(name) is null);

    private static string? CheckNames(string text) =>
        NamesIn(text).Select(DomainName.Check).OfType<string>().ToArray() is { Length: > 0 } reasons ? string.Join("; ", reasons) : null;

    private static bool TryNumber(string text, out long number)
        => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);

    /// <summary>Whether a certificate's names are exactly these.</summary>
    public bool IsExactly(IEnumerable<string> names) => Names.SetEquals(names.Select(DomainName.Normalize));

    /// <summary>Whether a certificate's names hold all of these.</summary>
    public bool IsCoveredBy(IEnumerable<string> names) => Names.IsSubsetOf(names.Select(DomainName.Normalize));

    /// <summary>The claim of this set of names.</summary>
    public ClaimedObject Claim => new(ClaimKind.FreeCertificate, ToString(), ToString());

    /// <summary>The claim of one certificate on the load balancer.</summary>
    public ClaimedObject ClaimOf(long number) => new(
        ClaimKind.CertificateNumber, string.Create(CultureInfo.InvariantCulture, $"{ServiceName}/{number}"), ToString());

    public override string ToString()
        => $"{ServiceName}/{(Number is { } number ? number.ToString(CultureInfo.InvariantCulture) : string.Join(',', Names))}";
}
