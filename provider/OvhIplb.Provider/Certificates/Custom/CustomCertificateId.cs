using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using OvhIplb.Provider.Framework.Resources;
using OvhIplb.Provider.Process;

namespace OvhIplb.Provider.Certificates.Custom;

/// <summary>The resource's id, <c>serviceName/number</c>.</summary>
internal sealed record CustomCertificateId(string ServiceName, long Number)
{
    /// <exception cref="InputException">The text has another form.</exception>
    public static CustomCertificateId Parse(string id) => TryParse(id, out var parsed) ? parsed : throw Refusal(id);

    public static bool TryParse(string id, [NotNullWhen(true)] out CustomCertificateId? parsed)
    {
        parsed = id.Split('/') is [var serviceName, var rest]
            && Process.ServiceName.IsPossible(serviceName)
            && TryNumber(rest, out var number)
                ? new CustomCertificateId(serviceName, number)
                : null;
        return parsed is not null;
    }

    private static InputException Refusal(string id)
    {
        var misspelt = new MisspeltId(id);
        return misspelt.Refusal(CustomCertificateSchema.Declaration, misspelt.Last(static part => CheckNumber(part) is null), CheckNumber);
    }

    private static string? CheckNumber(string text)
        => TryNumber(text, out _) ? null : $"'{text}' is not the number of a certificate, such as 42";

    private static bool TryNumber(string text, out long number)
        => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{ServiceName}/{Number}");
}
