using System.Collections.Immutable;
using OvhIplb.Api.Certificates;
using OvhIplb.Api.LoadBalancers;
using OvhIplb.Provider.Certificates.Shared;
using OvhIplb.Provider.Process;

namespace OvhIplb.Provider.Certificates.Free;

/// <summary>The certificates on a load balancer that were ordered through OVHcloud.</summary>
internal sealed class FreeCertificateInventory(Session session, string serviceName)
{
    private readonly CertificateCalls _certificates = session.Client.Certificates;

    private readonly LoadBalancerCalls _loadBalancers = session.Client.LoadBalancers;

    /// <inheritdoc cref="OrderedCertificates.ListAsync"/>
    public Task<IReadOnlyList<Certificate>> ListAsync(CancellationToken cancellation) =>
        session.OrderedCertificates.ListAsync(serviceName, cancellation);

    /// <summary>The certificate with this number; null where there is none.</summary>
    public Task<Certificate?> GetAsync(long id, CancellationToken cancellation) =>
        _certificates.GetAsync(serviceName, id, cancellation).OrNullAsync();

    /// <summary>Of several for the same names the routed one counts, and of those the one that lives longest.</summary>
    public Certificate? Best(IEnumerable<Certificate> certificates) => certificates
        .OrderByDescending(IsLive)
        .ThenByDescending(static certificate => certificate.ExpireDate)
        .ThenByDescending(static certificate => certificate.Id)
        .FirstOrDefault();

    /// <summary>The best of those that are live; null where none is.</summary>
    public Certificate? BestLive(IEnumerable<Certificate> certificates) => Best(certificates.Where(IsLive));

    /// <summary>Routed, as far as the API tells, and not expired.</summary>
    public bool IsLive(Certificate certificate) =>
        (certificate.Type is null || certificate.Type == CertificateType.Built) && !(certificate.ExpireDate <= session.Time.GetUtcNow());

    /// <summary>The order tasks that run now.</summary>
    public async Task<ImmutableSortedSet<long>> RunningOrdersAsync(CancellationToken cancellation) =>
        [.. await _loadBalancers.ListRunningAsync(serviceName, LoadBalancerTaskAction.OrderFreeCertificate, cancellation)];

    /// <summary>A task; null where the API no longer knows it.</summary>
    public Task<LoadBalancerTask?> TaskAsync(long id, CancellationToken cancellation) =>
        _loadBalancers.GetTaskAsync(serviceName, id, cancellation).OrNullAsync();
}
