namespace OvhSimulator.Certificates;

/// <summary>A certificate installed on a load balancer.</summary>
public sealed class Certificate
{
    public required long Id { get; init; }

    public string? DisplayName { get; set; }

    /// <summary>Ordered through OVH rather than uploaded. Whether an ordered one is routed is asked of DNS each time.</summary>
    public bool IsOrdered { get; init; } = true;

    /// <summary>SHA-1, upper-case hexadecimal pairs separated by colons.</summary>
    public required string Fingerprint { get; init; }

    public required string Serial { get; init; }

    /// <summary>Slash form: <c>/CN=www.example.com</c>.</summary>
    public required string Subject { get; init; }

    public required List<string> San { get; init; }

    public required DateTimeOffset ExpireDate { get; init; }
}
