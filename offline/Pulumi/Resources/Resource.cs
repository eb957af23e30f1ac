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

        var parent = kind.IsStack ? null : options.Parent ?? Deployment.Instance.Stack;
        _transformations = [.. options.ResourceTransformations, .. parent?._transformations ?? []];
        (args, options) = Transform(args, options);
        options = options.Clone();
        if (options is ComponentResourceOptions { Provider: not null, Providers.Count: > 0 })
        {
            throw new ResourceException("Do not supply both 'provider' and 'providers' options to a ComponentResource.", options.Parent);
        }

        if (options.Parent != null)
        {
            options.Parent.AddChild(this);
            options.Protect ??= options.Parent._protect;
            _providers = options.Parent._providers;
        }

        if (kind.IsCustom)
        {
            _providers = options.Provider is { } own && PackageOf(type) is { } package
                ? _providers.SetItem(package, own)
                : _providers;
            options.Provider ??= options.Parent?.GetProvider(type);
        }
        else
        {
            var own = options.Provider is { } single ? [single] : (options as ComponentResourceOptions)?.Providers ?? [];
            _providers = _providers.SetItems(own.Select(provider => KeyValuePair.Create(provider.Package, provider)));
        }

        _protect = options.Protect;
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
