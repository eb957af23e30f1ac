using System.Collections.Immutable;
using Pulumi.Serialization;

namespace Pulumi;

/// <summary>Anything with a URN in the state.</summary>
public class Resource
{
    private readonly string _type;
    private readonly string _name;
    private readonly bool? _protect;
    private readonly ImmutableArray<ResourceTransformation> _transformations = [];
    private readonly ImmutableDictionary<string, ProviderResource> _providers = ImmutableDictionary<string, ProviderResource>.Empty;

    private protected Resource(string type, string name, ResourceArgs args, ResourceOptions options, ResourceKind kind)
    {
        ArgumentException.ThrowIfNullOrEmpty(type);
        ArgumentException.ThrowIfNullOrEmpty(name);
        _type = type;
        _name = name;

        // Before anybody else can see this object, for instance through its parent's children.
        Outputs = ResourceOutputs.Assign(this);

        try
        {
            var parent = kind.IsStack ? null : options.Parent ?? Deployment.Instance.Stack;
            _transformations = [.. options.ResourceTransformations, .. parent?._transformations ?? []];
            (args, options) = Transform(args, options);
            options = options.Clone();
            _providers = Inherit(options, kind);
            _protect = options.Protect;
        }
        catch (Exception exception)
        {
            // Nobody is going to set the outputs any more.
            foreach (var output in Outputs.Values)
            {
                output.Fail(exception);
            }

            throw;
        }

        Deployment.Instance.Registrations.Start(this, args, options, kind);
    }

    /// <summary>A resource that exists elsewhere and of which only the URN is known.</summary>
    private protected Resource(string urn)
    {
        _type = "";
        _name = "";
        Outputs = ImmutableDictionary<string, IResourceOutput>.Empty;
        Urn = new Output<string>(Task.FromResult(OutputData<string>.Plain(urn) with { Resources = [this] }));
    }

    /// <summary>The resource's name in the state.</summary>
    [Output("urn")]
    public Output<string> Urn { get; private protected set; } = null!;

    internal ImmutableDictionary<string, IResourceOutput> Outputs { get; }

    /// <summary>The children declared so far. Depending on a component means depending on what it is made of.</summary>
    internal HashSet<Resource> Children { get; } = [];

    /// <summary>The type token given at construction. A method, so that an output may be called the same.</summary>
    public string GetResourceType() => _type;

    /// <summary>The name given at construction. A method, so that an output may be called the same.</summary>
    public string GetResourceName() => _name;

    internal ProviderResource? GetProvider(string token)
        => PackageOf(token) is { } package ? _providers.GetValueOrDefault(package) : null;

    private static string? PackageOf(string token) => token.Split(':') is [var package, _, _] ? package : null;

    private void AddChild(Resource child)
    {
        lock (Children)
        {
            Children.Add(child);
        }
    }

    /// <summary>Takes from the parent what the options do not say; answers the providers of the children.</summary>
    private ImmutableDictionary<string, ProviderResource> Inherit(ResourceOptions options, ResourceKind kind)
    {
        if (options is ComponentResourceOptions { Provider: not null, Providers.Count: > 0 })
        {
            throw new ResourceException("Do not supply both 'provider' and 'providers' options to a ComponentResource.", options.Parent);
        }

        var providers = _providers;
        if (options.Parent != null)
        {
            options.Parent.AddChild(this);
            options.Protect ??= options.Parent._protect;
            providers = options.Parent._providers;
        }

        if (kind.IsCustom)
        {
            var own = options.Provider;
            options.Provider ??= options.Parent?.GetProvider(_type);
            return own != null && PackageOf(_type) is { } package ? providers.SetItem(package, own) : providers;
        }

        var all = options.Provider is { } single ? [single] : (options as ComponentResourceOptions)?.Providers ?? [];
        return providers.SetItems(all.Select(provider => KeyValuePair.Create(provider.Package, provider)));
    }

    private (ResourceArgs Args, ResourceOptions Options) Transform(ResourceArgs args, ResourceOptions options)
    {
        foreach (var transformation in _transformations)
        {
            if (transformation(new ResourceTransformationArgs(this, args, options)) is { } changed)
            {
                if (changed.Options.Parent != options.Parent)
                {
                    throw new ArgumentException("Transformations cannot currently be used to change the 'parent' of a resource.");
                }

                (args, options) = (changed.Args, changed.Options);
            }
        }

        return (args, options);
    }
}
