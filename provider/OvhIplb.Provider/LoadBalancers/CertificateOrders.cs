using System.Collections.Concurrent;

namespace OvhIplb.Provider.LoadBalancers;

/// <summary>The certificate orders that this process started, and therefore knows the names of.</summary>
internal sealed class CertificateOrders
{
    private readonly ConcurrentDictionary<(string ServiceName, long TaskId), bool> _own = new();

    public void Add(string serviceName, long taskId) => _own[(serviceName, taskId)] = true;

    public IEnumerable<long> Own(string serviceName) =>
        _own.Keys.Where(order => order.ServiceName == serviceName).Select(static order => order.TaskId);
}
