using Engine.Plugins;
using Engine.State;
using Engine.Values;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Pulumirpc;

namespace Engine.Steps;

/// <summary>Calls of provider functions by a program. Their failures are the program's to deal with.</summary>
internal sealed class Invokes(Deployment deployment, ProviderResources providers)
{
    /// <exception cref="RpcException">The provider answered an error.</exception>
    public async Task<ResourceInvokeResponse> InvokeAsync(ResourceInvokeRequest request)
    {
        var arguments = PropertyValue.WithoutOutputs(request.Args ?? new Struct());
        try
        {
            var package = Urn.Package(request.Tok);
            var reference = await providers.ReferenceAsync(request.Provider, package, request.Version, request.PluginDownloadURL);
            var provider = await deployment.ProviderAsync(reference);
            var response = await provider.InvokeAsync(request.Tok, arguments, deployment.DryRun, deployment.Abort);
            if (response is null)
            {
                return new ResourceInvokeResponse { Return = new Struct(), Unknown = true };
            }

            var result = response.Return ?? new Struct();
            return new ResourceInvokeResponse
            {
                Return = request.AcceptResources ? result : PropertyValue.WithoutReferences(result),
                Failures = { response.Failures },
            };
        }
        catch (StepException failure)
        {
            deployment.Fail(failure);
            throw;
        }
        catch (Exception error) when (error is ProviderException or UserException)
        {
            throw new RpcException(new Status(StatusCode.Unknown, $"invocation of {request.Tok} returned an error: {error.Message}"));
        }
    }
}
