using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using OvhIplb.Provider.LoadBalancers;
using OvhIplb.Provider.Resources;

namespace OvhIplb.Provider.CustomCertificates;

/// <summary>The resource's id, <c>serviceName/number</c>.</summary>
internal sealed record CertificateId(string ServiceName, long Number)
{
    /// <exception cref="InputException">The text has another form.</exception>
    public static CertificateId Parse(string id) => TryParse(id, out CertificateId? parsed) ? parsed : throw Refusal(id);

    public static bool TryParse(string id, [NotNullWhen(true)] out CertificateId? parsed)
    {
        parsed = id.Split('/') is [var serviceName, var rest]
            && LoadBalancers.ServiceName.IsPossible(serviceName)
            && TryNumber(rest, out long number)
                ? new CertificateId(serviceName, number)
                : null;
        return parsed is not null;
    }

    private static InputException Refusal(string id)
    {
        var misspelt = new MisspeltId(id);
        return misspelt.Refusal(Properties.Declaration, misspelt.Last(static part => CheckNumber(part) is null), CheckNumber);
    }

    private static string? CheckNumber(string text) => TryNumber(text, out _) ? null : $"'{text}' is not the number of a certificate, such as 42";

    private static bool TryNumber(string text, out long number) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{ServiceName}/{Number}");
}
