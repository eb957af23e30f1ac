namespace Pulumi;

/// <summary>A resource that a provider creates, reads, updates and deletes.</summary>
public class CustomResource : Resource
{
    /// <param name="type">The type token, <c>package:module:Type</c>.</param>
    /// <param name="name">The name, unique among resources of this type and parent.</param>
    /// <param name="args">The arguments; none for a resource that is only read.</param>
    /// <param name="options">The options.</param>
    public CustomResource(string type, string name, ResourceArgs? args, CustomResourceOptions? options = null)
        : this(type, name, args, options, registerPackageRequest: null)
    {
    }

    /// <inheritdoc cref="CustomResource(string, string, ResourceArgs, CustomResourceOptions)"/>
    public CustomResource(
        string type,
        string name,
        ResourceArgs? args,
        CustomResourceOptions? options = null,
        RegisterPackageRequest? registerPackageRequest = null)
        : base(
            type,
            name,
            args ?? ResourceArgs.Empty,
            options ?? new CustomResourceOptions(),
            new ResourceKind(IsCustom: true, Package: registerPackageRequest))
    {
    }

    private protected CustomResource(string urn)
        : base(urn)
    {
    }

    /// <summary>The id the provider gave the object; unknown in the preview of its creation.</summary>
    [Output("id")]
    public Output<string> Id { get; private set; } = null!;
}
