namespace OvhIplb.Api.Errors;

/// <summary>460: the service has expired, or was terminated or suspended.</summary>
public sealed class ExpiredServiceException : OvhApiException
{
    internal ExpiredServiceException(Failure failure)
        : base(failure, "Renew the service in OVHcloud's control panel, or take it out of the program.")
            => Service = ServiceOf(failure.Path);

    /// <summary>
    /// The load balancer or the IP block that the call was about, such as <c>loadbalancer-0123456789abcdef</c> or <c>192.0.2.10/32</c>.
    /// </summary>
    public string Service { get; }

    /// <summary>
    /// All calls of the API that can answer 460 name their service after its family: <c>/ipLoadbalancing/{serviceName}</c>,
    /// <c>/ip/{ip}</c>.
    /// </summary>
    private static string ServiceOf(string path)
        => path.Split('/', '?') is [_, _, var service, ..] ? Uri.UnescapeDataString(service) : path;
}
