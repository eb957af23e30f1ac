using OvhSimulator.Tasks;
using OvhSimulator.Worlds;

namespace OvhSimulator.Certificates;

/// <summary>A certificate installed on a load balancer. Keys are never kept.</summary>
public sealed class Certificate : IScheduled
{
    public required long Id { get; set; }

    public string? DisplayName { get; set; }

    /// <summary>Ordered through OVH rather than uploaded. Whether an ordered one is routed is asked of DNS each time.</summary>
    public bool IsOrdered { get; init; } = true;

    /// <summary>SHA-1, upper-case hexadecimal pairs separated by colons.</summary>
    public required string Fingerprint { get; set; }

    public required string Serial { get; set; }

    /// <summary>Slash form: <c>/CN=www.example.com</c>.</summary>
    public required string Subject { get; init; }

    public required List<string> San { get; init; }

    public required DateTimeOffset ExpireDate { get; set; }

    /// <summary>When its renewal is tried next; null for one that is never renewed.</summary>
    public DateTimeOffset? Due { get; set; }

    void IScheduled.Step(World world) => Renewals.Try(world, this);

    internal void Take(Issue issue)
        => (Fingerprint, Serial, ExpireDate, Due) = (issue.Fingerprint, issue.Serial, issue.ExpireDate, issue.Renewal);
}
