using Pulumi;

namespace OvhIplb.Components;

/// <summary>
/// Looks up whether a load balancer works, by zone and as a whole (<c>GET
/// /ipLoadbalancing/{serviceName}/instancesState</c>; where that deprecated call is gone or may not be made, <c>GET
/// …/status</c>, and <c>source</c> says so).
/// </summary>
public static class GetInstancesState
{
    /// <summary>Looks it up now.</summary>
    public static Task<GetInstancesStateResult> InvokeAsync(GetInstancesStateArgs args, InvokeOptions? options = null)
        => global::Pulumi.Deployment.Instance.InvokeAsync<GetInstancesStateResult>(
            "ovh-iplb:index:getInstancesState",
            args ?? new GetInstancesStateArgs(),
            options.WithDefaults());

    /// <summary>Looks it up once the arguments are known.</summary>
    public static Output<GetInstancesStateResult> Invoke(GetInstancesStateInvokeArgs args, InvokeOptions? options = null)
        => global::Pulumi.Deployment.Instance.Invoke<GetInstancesStateResult>(
            "ovh-iplb:index:getInstancesState",
            args ?? new GetInstancesStateInvokeArgs(),
            options.WithDefaults());

    /// <summary>Looks it up once the arguments are known and what the options name is done.</summary>
    public static Output<GetInstancesStateResult> Invoke(GetInstancesStateInvokeArgs args, InvokeOutputOptions options)
        => global::Pulumi.Deployment.Instance.Invoke<GetInstancesStateResult>(
            "ovh-iplb:index:getInstancesState",
            args ?? new GetInstancesStateInvokeArgs(),
            options.WithDefaults());
}
