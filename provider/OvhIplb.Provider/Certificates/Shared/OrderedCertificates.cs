using System.Collections.Concurrent;
using System.Collections.Immutable;
using OvhIplb.Api.Certificates;
using OvhIplb.Provider.Process;

namespace OvhIplb.Provider.Certificates.Shared;

/// <summary>
/// The certificates on load balancers that were ordered through OVHcloud, read once for all who ask at the same time. What one of them is
/// for never changes, so each is looked at once in a command; lists tell anew which there are, and which are routed.
/// </summary>
internal sealed class OrderedCertificates
{
    private readonly CertificateCalls _calls;

    private readonly SingleFlight<IReadOnlyList<Certificate>> _looks;

    private readonly ConcurrentDictionary<(string ServiceName, long Number), Certificate> _seen = new();

    public OrderedCertificates(CertificateCalls calls)
    {
        _calls = calls;
        _looks = new(LookAsync);
    }

    /// <summary>All of them, whatever their names.</summary>
    public Task<IReadOnlyList<Certificate>> ListAsync(string serviceName, CancellationToken cancellation) =>
        _looks.JoinAsync(serviceName, cancellation);

    private async Task<IReadOnlyList<Certificate>> LookAsync(string serviceName, CancellationToken cancellation)
    {
        var certificates = ImmutableArray.CreateBuilder<Certificate>();
        var listed = new HashSet<long>();
        foreach (var type in (CertificateType[])[CertificateType.Built, CertificateType.BuiltNotRouted])
        {
            var numbers = await _calls.ListAsync(serviceName, new CertificateFilter { Type = type }, cancellation);
            foreach (var number in numbers.Where(listed.Add))
            {
                if (await GetAsync(serviceName, number, cancellation) is { } certificate)
                {
                    certificates.Add(certificate with { Type = type });
                }
            }
        }

        return certificates.ToImmutable();
    }

    private async Task<Certificate?> GetAsync(string serviceName, long number, CancellationToken cancellation)
    {
        if (!_seen.TryGetValue((serviceName, number), out var certificate)
            && (certificate = await _calls.GetAsync(serviceName, number, cancellation).OrNullAsync()) is not null)
        {
            _seen[(serviceName, number)] = certificate;
        }

        return certificate;
    }
}
