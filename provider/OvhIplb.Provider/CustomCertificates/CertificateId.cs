using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using OvhIplb.Provider.Resources;

namespace OvhIplb.Provider.CustomCertificates;

/// <summary>The resource's id, <c>serviceName/number</c>.</summary>
internal sealed record CertificateId(string ServiceName, long Number)
{
    /// <exception cref="InputException">The text has another form.</exception>
    public static CertificateId Parse(string id) => TryParse(id, out CertificateId? parsed)
        ? parsed
        : throw new InputException("", $"'{id}' is not the id of a CustomCertificate. It has the form {Properties.Declaration.ImportId}.");

    public static bool TryParse(string id, [NotNullWhen(true)] out CertificateId? parsed)
    {
        parsed = id.Split('/') is [var serviceName, var rest]
            && LoadBalancers.ServiceName.IsPossible(serviceName)
            && long.TryParse(rest, NumberStyles.None, CultureInfo.InvariantCulture, out long number)
                ? new CertificateId(serviceName, number)
                : null;
        return parsed is not null;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{ServiceName}/{Number}");
}
