using Pulumi;

namespace OvhIplb.Components;

/// <summary>
/// Looks up what is saved on a load balancer and not live until it is refreshed, by zone; zones without any are
/// left out (<c>GET /ipLoadbalancing/{serviceName}/pendingChanges</c>).
/// </summary>
public static class GetPendingChanges
{
    /// <summary>Looks it up now.</summary>
    public static Task<GetPendingChangesResult> InvokeAsync(GetPendingChangesArgs args, InvokeOptions? options = null)
        => global::Pulumi.Deployment.Instance.InvokeAsync<GetPendingChangesResult>(
            "ovh-iplb:index:getPendingChanges",
            args ?? new GetPendingChangesArgs(),
            options.WithDefaults());

    /// <summary>Looks it up once the arguments are known.</summary>
    public static Output<GetPendingChangesResult> Invoke(GetPendingChangesInvokeArgs args, InvokeOptions? options = null)
        => global::Pulumi.Deployment.Instance.Invoke<GetPendingChangesResult>(
            "ovh-iplb:index:getPendingChanges",
            args ?? new GetPendingChangesInvokeArgs(),
            options.WithDefaults());

    /// <summary>Looks it up once the arguments are known and what the options name is done.</summary>
    public static Output<GetPendingChangesResult> Invoke(GetPendingChangesInvokeArgs args, InvokeOutputOptions options)
        => global::Pulumi.Deployment.Instance.Invoke<GetPendingChangesResult>(
            "ovh-iplb:index:getPendingChanges",
            args ?? new GetPendingChangesInvokeArgs(),
            options.WithDefaults());
}
