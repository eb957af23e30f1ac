using OvhIplb.Api.Certificates;
using OvhIplb.Provider.Certificates.Shared;
using OvhIplb.Provider.Framework.Schema;
using OvhIplb.Provider.Process;

namespace OvhIplb.Provider.Functions;

/// <summary>Reads certificates of any type.</summary>
internal static class CertificateList
{
    /// <summary>What <see cref="Holds"/> is asked for.</summary>
    public static Property<string> Name { get; }
        = Property.String("name", "A name that a certificate holds, such as `www.example.com`.") with
        {
            Check = DomainName.CheckForm,
            Normalize = DomainName.Normalize,
        };

    /// <summary>Those that pass the filter, by number; one that goes meanwhile is left out.</summary>
    public static async Task<IReadOnlyList<Certificate>> ReadAsync(
        Session session, string serviceName, CertificateFilter filter, CancellationToken cancellation)
    {
        var calls = session.Client.Certificates;
        var found = new List<Certificate>();
        foreach (var number in (await calls.ListAsync(serviceName, filter, cancellation)).Order())
        {
            if (await calls.GetAsync(serviceName, number, cancellation).OrNullAsync() is { } certificate)
            {
                found.Add(certificate);
            }
        }

        return found;
    }

    /// <summary>Whether the certificate holds the name, in whatever spelling; a wildcard holds what it stands for.</summary>
    public static bool Holds(Certificate certificate, string name)
    {
        var wanted = DomainName.Normalize(name);
        var wildcard = $"*.{wanted[(wanted.IndexOf('.', StringComparison.Ordinal) + 1)..]}";
        return certificate.San.Select(DomainName.Normalize).Any(held => held == wanted || held == wildcard);
    }
}
