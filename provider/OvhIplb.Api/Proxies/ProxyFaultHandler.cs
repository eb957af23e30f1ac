using OvhIplb.Api.Errors;

namespace OvhIplb.Api.Proxies;

/// <summary>
/// Fails a request that needs a proxy whose environment variable cannot be read. <see cref="EnvironmentProxy"/> itself cannot do so:
/// .NET swallows its exceptions and then calls the server directly.
/// </summary>
internal sealed class ProxyFaultHandler(EnvironmentProxy proxy) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        => proxy.FaultFor(request.RequestUri!) is { } fault
            ? throw Refusal.NotSent(request, fault)
            : base.SendAsync(request, cancellationToken);
}
