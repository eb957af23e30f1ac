using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using OvhIplb.Provider.Resources;
using OvhIplb.Provider.Schema;
using OvhIplb.Provider.Values;
using Pulumirpc;

namespace OvhIplb.Provider.Rpc;

/// <summary>The calls about one resource, from the wire to the resource and back.</summary>
internal sealed class ResourceCalls(IPackage package, EngineLog log)
{
    private readonly Dictionary<string, IResource> _resources = package.Resources.ToDictionary(
        resource => PackageSchema.Token(package.Declaration.Name, resource.Declaration.Name), StringComparer.Ordinal);

    public IResource Find(string type) => _resources.TryGetValue(type, out var resource)
        ? resource
        : throw new RpcException(new(
            StatusCode.NotFound,
            $"version {package.Declaration.Version} of {package.Declaration.Name} has no resource '{type}'; " +
            $"it has {string.Join(", ", _resources.Keys.Order(StringComparer.Ordinal))}"));

    public CheckResponse Check(IResource resource, CheckRequest request)
    {
        var failures = new CheckFailures();
        try
        {
            PropertyBag oldInputs = Wire.Bag(request.Olds);
            resource.Check(new()
            {
                Urn = request.Urn,
                Name = Wire.Name(request.Name, request.Urn),
                Log = log.Of(request.Urn),
                Inputs = DeclaredCheck.Run(Wire.Bag(request.News), resource.Declaration.Inputs, failures, oldInputs),
                OldInputs = oldInputs,
                Failures = failures,
            });
        }
        catch (UnsupportedValueException refused)
        {
            failures.Add(refused.Path, refused.Reason);
        }

        return CheckAnswer.From(request.News, failures, resource.Declaration.Inputs);
    }

    public DiffResponse Diff(IResource resource, DiffRequest request)
    {
        try
        {
            return DiffAnswer.From(Differences(resource, request));
        }
        catch (UnsupportedValueException refused)
        {
            return DiffAnswer.From(refused);
        }
    }

    public async Task<CreateResponse> CreateAsync(IResource resource, CreateRequest request, CancellationToken cancellationToken)
    {
        var context = new CreateContext
        {
            Urn = request.Urn,
            Name = Wire.Name(request.Name, request.Urn),
            Log = log.Of(request.Urn),
            Timeout = Wire.Timeout(request.Timeout),
            Inputs = Wire.Bag(request.Properties),
            Preview = request.Preview,
        };
        var created = await resource.CreateAsync(context, cancellationToken);
        return new()
        {
            Id = request.Preview ? "" : created.Id,
            Properties = Wire.State(resource, created.State),
            RefreshBeforeUpdate = created.RefreshBeforeUpdate,
        };
    }

    public async Task<ReadResponse> ReadAsync(IResource resource, ReadRequest request, CancellationToken cancellationToken)
    {
        var context = new ReadContext
        {
            Urn = request.Urn,
            Name = Wire.Name(request.Name, request.Urn),
            Log = log.Of(request.Urn),
            Timeout = Wire.Timeout(request.Timeout),
            Id = request.Id,
            Inputs = Wire.Bag(request.Inputs),
            State = Wire.Bag(request.Properties),
        };
        // An answer without an id says that the object is gone.
        return await ReadAsync(resource, context, cancellationToken) is { } found
            ? new()
            {
                Id = found.Id,
                Properties = Wire.State(resource, found.State),
                Inputs = ValueEncoder.Encode(SecretMarking.Mark(found.Inputs ?? context.Inputs, resource.Declaration.Inputs)),
                RefreshBeforeUpdate = found.RefreshBeforeUpdate,
            }
            : new();
    }

    public async Task<UpdateResponse> UpdateAsync(IResource resource, UpdateRequest request, CancellationToken cancellationToken)
    {
        var context = new UpdateContext
        {
            Urn = request.Urn,
            Name = Wire.Name(request.Name, request.Urn),
            Log = log.Of(request.Urn),
            Timeout = Wire.Timeout(request.Timeout),
            Id = request.Id,
            Inputs = Wire.Bag(request.News),
            OldInputs = Wire.Bag(request.OldInputs),
            State = Wire.Bag(request.Olds),
            Preview = request.Preview,
        };
        var updated = await resource.UpdateAsync(context, cancellationToken);
        return new() { Properties = Wire.State(resource, updated.State), RefreshBeforeUpdate = updated.RefreshBeforeUpdate };
    }

    public async Task<Empty> DeleteAsync(IResource resource, DeleteRequest request, CancellationToken cancellationToken)
    {
        var context = new DeleteContext
        {
            Urn = request.Urn,
            Name = Wire.Name(request.Name, request.Urn),
            Log = log.Of(request.Urn),
            Timeout = Wire.Timeout(request.Timeout),
            Id = request.Id,
            OldInputs = Wire.Bag(request.OldInputs),
            State = Wire.Bag(request.Properties),
        };
        await resource.DeleteAsync(context, cancellationToken);
        return new();
    }

    private IEnumerable<PropertyDifference> Differences(IResource resource, DiffRequest request)
    {
        var context = new DiffContext
        {
            Urn = request.Urn,
            Name = Wire.Name(request.Name, request.Urn),
            Log = log.Of(request.Urn),
            Id = request.Id,
            Inputs = Wire.Bag(request.News),
            OldInputs = Wire.Bag(request.OldInputs),
            State = Wire.Bag(request.Olds),
        };
        var ignored = new IgnoredChanges(request.IgnoreChanges);
        var declared = DeclaredDiff.Run(resource.Declaration.Inputs, context.OldInputs, context.Inputs, context.State, ignored, resource.Declaration.IsImported(context.State));
        // What is unfinished differs whatever is ignored; what asks for another object is a change.
        return declared.Concat(resource.Diff(context).Where(difference => !difference.Replace || !ignored.Covers(difference.Path)));
    }

    // An engine takes the inputs of an unfinished object from the error, and none there would mean that it has none.
    private static async Task<ResourceState?> ReadAsync(IResource resource, ReadContext context, CancellationToken cancellationToken)
    {
        try
        {
            return await resource.ReadAsync(context, cancellationToken);
        }
        catch (ResourceInitializationException unfinished) when (unfinished.State.Inputs is null)
        {
            throw new ResourceInitializationException(
                unfinished.State with { Inputs = context.Inputs }, unfinished.Reasons, unfinished);
        }
    }
}
