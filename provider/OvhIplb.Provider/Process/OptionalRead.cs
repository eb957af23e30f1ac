using OvhIplb.Api.Errors;
using OvhIplb.Provider.Framework.Resources;

namespace OvhIplb.Provider.Process;

/// <summary>A look at what is on a load balancer, which in a preview may be left out where the right to it is lacking.</summary>
internal static class OptionalRead
{
    /// <returns>What was seen; null where it may not be, and the update has to tell.</returns>
    /// <exception cref="InputException">There is no such load balancer.</exception>
    public static async Task<T?> TryAsync<T>(string serviceName, Func<Task<T>> look)
    {
        try
        {
            return await look();
        }
        catch (NotFoundException notFound)
        {
            throw ServiceName.Unknown(serviceName, notFound);
        }
        catch (OvhApiException refused) when (refused.IsLackOfRight)
        {
            return default;
        }
    }
}
