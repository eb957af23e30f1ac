using Pulumi;

namespace OvhIplb.Components;

/// <summary>
/// Looks up where a failover (Additional) IP is routed now, and where it may be moved (<c>GET /ip/{ip}</c>, <c>GET
/// /ip/{ip}/move</c>). A block stays within its region.
/// </summary>
public static class GetMoveDestinations
{
    /// <summary>Looks it up now.</summary>
    public static Task<GetMoveDestinationsResult> InvokeAsync(GetMoveDestinationsArgs args, InvokeOptions? options = null)
        => global::Pulumi.Deployment.Instance.InvokeAsync<GetMoveDestinationsResult>(
            "ovh-iplb:index:getMoveDestinations",
            args ?? new GetMoveDestinationsArgs(),
            options.WithDefaults());

    /// <summary>Looks it up once the arguments are known.</summary>
    public static Output<GetMoveDestinationsResult> Invoke(GetMoveDestinationsInvokeArgs args, InvokeOptions? options = null)
        => global::Pulumi.Deployment.Instance.Invoke<GetMoveDestinationsResult>(
            "ovh-iplb:index:getMoveDestinations",
            args ?? new GetMoveDestinationsInvokeArgs(),
            options.WithDefaults());

    /// <summary>Looks it up once the arguments are known and what the options name is done.</summary>
    public static Output<GetMoveDestinationsResult> Invoke(GetMoveDestinationsInvokeArgs args, InvokeOutputOptions options)
        => global::Pulumi.Deployment.Instance.Invoke<GetMoveDestinationsResult>(
            "ovh-iplb:index:getMoveDestinations",
            args ?? new GetMoveDestinationsInvokeArgs(),
            options.WithDefaults());
}
