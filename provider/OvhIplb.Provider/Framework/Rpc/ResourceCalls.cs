using System.Collections.Concurrent;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using OvhIplb.Provider.Framework.Resources;
using OvhIplb.Provider.Framework.Schema;
using OvhIplb.Provider.Framework.Values;
using Pulumirpc;

namespace OvhIplb.Provider.Framework.Rpc;

/// <summary>The calls about one resource, from the wire to the resource and back.</summary>
internal sealed class ResourceCalls(IPackage package, EngineLog log)
{
    private readonly Dictionary<string, IResource> _resources = package.Resources.ToDictionary(
        resource => PackageSchema.Token(package.Declaration.Name, resource.Declaration.Name), StringComparer.Ordinal);

    // The URNs that this command has read and not checked since: the engine compares these to show drift.
    private readonly ConcurrentDictionary<string, bool> _read = new(StringComparer.Ordinal);

    /// <summary>A new command begins, in the same process where an engine attached to the plugin.</summary>
    public void Restart() => _read.Clear();

    public IResource Find(string type) => _resources.TryGetValue(type, out var resource)
        ? resource
        : throw new RpcException(new(
            StatusCode.NotFound,
            $"version {package.Declaration.Version} of {package.Declaration.Name} has no resource '{type}'; " +
            $"it has {string.Join(", ", _resources.Keys.Order(StringComparer.Ordinal))}"));

    public CheckResponse Check(IResource resource, CheckRequest request)
    {
        var failures = new CheckFailures();
        _read.TryRemove(request.Urn, out _);
        try
        {
            var oldInputs = Wire.Bag(request.Olds);
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

    public async Task<DiffResponse> DiffAsync(IResource resource, DiffRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return DiffAnswer.From(await DifferencesAsync(resource, request, cancellationToken));
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
            Timeout = Wire.DeclaredTimeout(request.Timeout),
            Inputs = Wire.Bag(request.Properties),
            Preview = request.Preview,
        };
        var created = await resource.CreateAsync(context, cancellationToken);
        return new()
        {
            Id = request.Preview ? "" : created.Id,
            Properties = Wire.State(resource, created.State),
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
        if (!context.IsImport)
        {
            _read[request.Urn] = true;
        }

        // An answer without an id says that the object is gone.
        return await ReadAsync(resource, context, cancellationToken) is { } found
            ? new()
            {
                Id = found.Id,
                Properties = Wire.State(resource, found.State),
                Inputs = ValueEncoder.Encode(SecretMarking.Mark(
                    found.Inputs ?? FoundInputs.Of(resource.Declaration.Inputs, context.Inputs, found.State), resource.Declaration.Inputs)),
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
            Timeout = Wire.DeclaredTimeout(request.Timeout),
            Id = request.Id,
            Inputs = Wire.Bag(request.News),
            OldInputs = Wire.Bag(request.OldInputs),
            State = Wire.Bag(request.Olds),
            Preview = request.Preview,
        };
        var updated = await resource.UpdateAsync(context, cancellationToken);
        return new() { Properties = Wire.State(resource, updated.State) };
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

    private async Task<IEnumerable<PropertyDifference>> DifferencesAsync(
        IResource resource,
        DiffRequest request,
        CancellationToken cancellationToken)
    {
        var inputs = Wire.Bag(request.News);
        var context = new DiffContext
        {
            Urn = request.Urn,
            Name = Wire.Name(request.Name, request.Urn),
            Log = log.Of(request.Urn),
            Id = request.Id,
            Inputs = inputs,
            OldInputs = Wire.Bag(request.OldInputs),
            State = Wire.Bag(request.Olds),
            // Saved inputs hold no unknowns. Unknowns come from the diff of a dependent that is replaced along with what it depends on.
            IsRefresh = _read.ContainsKey(request.Urn) && !inputs.HasUnknowns,
        };
        var ignored = new IgnoredChanges(request.IgnoreChanges);
        var declared = DeclaredDiff.Run(
            resource.Declaration.Inputs,
            context.OldInputs,
            inputs,
            context.State,
            ignored,
            resource.Declaration.IsImported(context.State),
            context.IsRefresh ? null : resource.Identity(request.Id));
        // What is unfinished differs whatever is ignored; what asks for another object is a change.
        var differences = declared.Concat((await resource.DiffAsync(context, cancellationToken)).Where(
            difference => !difference.Replace || !ignored.Covers(difference.Path)));
        return context.IsRefresh ? differences.Select(static difference => difference with { Replace = false }) : differences;
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
