using OvhIplb.Api.Errors;
using OvhIplb.Provider.Process;

namespace OvhIplb.Provider.Refreshes;

/// <summary>The frontends of a load balancer: without any, a refresh cannot succeed, and there is nothing it could make live.</summary>
internal static class Frontends
{
    /// <summary>Whether there are none, as far as can be seen.</summary>
    public static async Task<bool> AreMissingAsync(Session session, string serviceName, CancellationToken cancellation)
    {
        try
        {
            return (await session.Client.LoadBalancers.GetDefinedFrontendsAsync(serviceName, cancellation)).Count == 0;
        }
        catch (Exception exception) when (exception is ForbiddenException or AuthenticationRefusedException or NotFoundException)
        {
            // Not allowed to look, or no such call: then the refresh itself has to tell.
            return false;
        }
    }
}
