using System.Collections.Concurrent;
using System.Collections.Immutable;
using Google.Protobuf.WellKnownTypes;
using Pulumi.Monitor;
using Pulumi.Serialization;
using Pulumirpc;

namespace Pulumi.Testing;

/// <summary>The monitor of a test run: the mocks answer.</summary>
internal sealed class MockMonitor(IMocks mocks) : IMonitor
{
    private readonly ConcurrentDictionary<string, (string Id, Struct State)> _registered = new();
    private ImmutableArray<Resource> _resources = [];

    public ImmutableArray<Resource> Resources => _resources;

    // Everything except output values: inputs reach the mocks as plain values.
    public Task<bool> SupportsFeatureAsync(string feature) => Task.FromResult(feature != Features.OutputValues);

    public async Task<ResourceInvokeResponse> InvokeAsync(ResourceInvokeRequest request)
    {
        if (request.Tok == "pulumi:pulumi:getResource")
        {
            return new ResourceInvokeResponse { Return = GetResource(request.Args.Fields["urn"].StringValue) };
        }

        var result = await mocks.CallAsync(new MockCallArgs
        {
            Token = request.Tok,
            Args = ToPlain(request.Args),
            Provider = request.Provider,
        }).ConfigureAwait(false);
        return new ResourceInvokeResponse { Return = await SerializeAsync(result).ConfigureAwait(false) };
    }

    public async Task<ReadResourceResponse> ReadResourceAsync(Resource resource, ReadResourceRequest request)
    {
        var urn = UrnOf(request.Parent, request.Type, request.Name);
        var (_, state) = await NewResourceAsync(resource, urn, new MockResourceArgs
        {
            Type = request.Type,
            Name = request.Name,
            Inputs = ToPlain(request.Properties),
            Provider = request.Provider,
            Id = request.Id,
        }).ConfigureAwait(false);
        return new ReadResourceResponse { Urn = urn, Properties = state };
    }

    public async Task<RegisterResourceResponse> RegisterResourceAsync(Resource resource, RegisterResourceRequest request)
    {
        var urn = UrnOf(request.Parent, request.Type, request.Name);
        if (request.Type == Stack.Type)
        {
            ImmutableInterlocked.Update(ref _resources, resources => resources.Add(resource));
            return new RegisterResourceResponse { Urn = urn, Object = new Struct() };
        }

        var (id, state) = await NewResourceAsync(resource, urn, new MockResourceArgs
        {
            Type = request.Type,
            Name = request.Name,
            Inputs = ToPlain(request.Object),
            Provider = request.Provider,
            Id = request.ImportId,
        }).ConfigureAwait(false);
        return new RegisterResourceResponse { Urn = urn, Id = id, Object = state };
    }

    public Task RegisterResourceOutputsAsync(RegisterResourceOutputsRequest request)
        => mocks.RegisterResourceOutputs(new MockRegisterResourceOutputsRequest(
            request.Urn,
            request.Outputs.Fields.ToImmutableDictionary(
                field => field.Key,
                field => new Output<object?>(Task.FromResult(Deserializer.Deserialize(field.Value))))));

    public Task<string> RegisterPackageAsync(Pulumirpc.RegisterPackageRequest request)
        => Task.FromResult($"{request.Name}-{request.Version}");

    public Task SignalAndWaitForShutdownAsync() => Task.CompletedTask;

    private static string UrnOf(string parent, string type, string name)
    {
        var qualified = parent.Length > 0 ? $"{parent.Split("::")[2].Split('$')[0]}${type}" : type;
        return $"urn:pulumi:{Deployment.Instance.StackName}::{Deployment.Instance.ProjectName}::{qualified}::{name}";
    }

    private static ImmutableDictionary<string, object> ToPlain(Struct properties)
    {
        var plain = ImmutableDictionary.CreateBuilder<string, object>();
        foreach (var (name, value) in properties.Fields)
        {
            if (Deserializer.Deserialize(value) is { IsKnown: true, Value: { } known })
            {
                plain.Add(name, known);
            }
        }

        return plain.ToImmutable();
    }

    private static async Task<Struct> SerializeAsync(object state)
    {
        var map = state is IDictionary<string, object> entries ? entries.ToImmutableDictionary() : state;
        var value = await new Serializer(keepResources: true).SerializeAsync("", map).ConfigureAwait(false);
        return value.StructValue ?? throw new InvalidOperationException($"{state.GetType().FullName} is not a supported argument type");
    }

    private async Task<(string Id, Struct State)> NewResourceAsync(Resource resource, string urn, MockResourceArgs args)
    {
        ImmutableInterlocked.Update(ref _resources, resources => resources.Add(resource));
        var (id, state) = await mocks.NewResourceAsync(args).ConfigureAwait(false);
        return _registered[urn] = (id ?? args.Id ?? "", await SerializeAsync(state).ConfigureAwait(false));
    }

    private Struct GetResource(string urn) => _registered.TryGetValue(urn, out var found)
        ? new Struct
        {
            Fields =
            {
                ["urn"] = Value.ForString(urn),
                ["id"] = Value.ForString(found.Id),
                ["state"] = Value.ForStruct(found.State),
            },
        }
        : throw new InvalidOperationException($"Unknown resource {urn}");
}
