using Grpc.Core;
using Pulumirpc;

namespace Pulumi.Monitor;

/// <summary>The resource monitor of a running engine.</summary>
internal sealed class GrpcMonitor(string address) : IMonitor
{
    private readonly ResourceMonitor.ResourceMonitorClient _client = new(GrpcChannels.Open(address));

    public async Task<bool> SupportsFeatureAsync(string feature)
        => (await _client.SupportsFeatureAsync(new SupportsFeatureRequest { Id = feature })).HasSupport;

    public async Task<ResourceInvokeResponse> InvokeAsync(ResourceInvokeRequest request) => await _client.InvokeAsync(request);

    public async Task<ReadResourceResponse> ReadResourceAsync(Resource resource, ReadResourceRequest request)
        => await _client.ReadResourceAsync(request);

    public async Task<RegisterResourceResponse> RegisterResourceAsync(Resource resource, RegisterResourceRequest request)
        => await _client.RegisterResourceAsync(request);

    public async Task RegisterResourceOutputsAsync(RegisterResourceOutputsRequest request)
        => await _client.RegisterResourceOutputsAsync(request);

    public async Task<string> RegisterPackageAsync(Pulumirpc.RegisterPackageRequest request)
        => (await _client.RegisterPackageAsync(request)).Ref;

    public async Task SignalAndWaitForShutdownAsync()
    {
        try
        {
            await _client.SignalAndWaitForShutdownAsync(new Google.Protobuf.WellKnownTypes.Empty());
        }
        catch (RpcException exception) when (exception.StatusCode == StatusCode.Unimplemented)
        {
            // An engine that does not know the call does not wait for it either.
        }
    }
}
