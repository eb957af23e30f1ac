using Pulumirpc;

namespace Pulumi.Monitor;

/// <summary>The engine's side that takes resources and calls functions.</summary>
internal interface IMonitor
{
    Task<bool> SupportsFeatureAsync(string feature);

    Task<ResourceInvokeResponse> InvokeAsync(ResourceInvokeRequest request);

    Task<ReadResourceResponse> ReadResourceAsync(Resource resource, ReadResourceRequest request);

    Task<RegisterResourceResponse> RegisterResourceAsync(Resource resource, RegisterResourceRequest request);

    Task RegisterResourceOutputsAsync(RegisterResourceOutputsRequest request);

    Task<string> RegisterPackageAsync(Pulumirpc.RegisterPackageRequest request);

    /// <summary>Says that nothing more is coming and waits until the engine has done all deletions.</summary>
    Task SignalAndWaitForShutdownAsync();
}
