using Pulumi.Serialization;

namespace Pulumi;

/// <summary>An explicitly configured provider.</summary>
public class ProviderResource : CustomResource
{
    private const string TypePrefix = "pulumi:providers:";

    /// <param name="package">The package the provider manages.</param>
    /// <param name="name">The name.</param>
    /// <param name="args">The provider's configuration.</param>
    /// <param name="options">The options.</param>
    public ProviderResource(string package, string name, ResourceArgs args, CustomResourceOptions? options = null)
        : this(package, name, args, options, registerPackageRequest: null)
    {
    }

    /// <inheritdoc cref="ProviderResource(string, string, ResourceArgs, CustomResourceOptions)"/>
    public ProviderResource(
        string package,
        string name,
        ResourceArgs args,
        CustomResourceOptions? options = null,
        RegisterPackageRequest? registerPackageRequest = null)
        : base(TypePrefix + package, name, args, options, registerPackageRequest)
        => Package = package;

    internal string Package { get; }

    /// <summary>How the monitor is told which provider: URN and id.</summary>
    internal async Task<string> GetReferenceAsync()
    {
        var urn = await Urn.GetValueAsync(whenUnknown: "").ConfigureAwait(false);
        var id = await Id.GetValueAsync(whenUnknown: SpecialValues.Unknown).ConfigureAwait(false);
        return $"{urn}::{id}";
    }
}
