using Pulumi;

namespace OvhIplb.Components;

/// <summary>
/// The provider of the package <c>ovh-iplb</c>. A stack needs one of its own only to work with more than one account
/// or endpoint; otherwise the default provider takes the stack's configuration.
/// </summary>
[OvhIplbResourceType("pulumi:providers:ovh-iplb")]
public partial class Provider : ProviderResource
{
    /// <summary>Declares a provider.</summary>
    /// <param name="name">The unique name of the resource in the stack.</param>
    /// <param name="args">The arguments that describe it.</param>
    /// <param name="options">Options that control how the engine treats it.</param>
    public Provider(string name, ProviderArgs? args = null, CustomResourceOptions? options = null)
        : base("ovh-iplb", name, args ?? new ProviderArgs(), MakeResourceOptions(options, ""))
    {
    }

    private static CustomResourceOptions MakeResourceOptions(CustomResourceOptions? options, Input<string>? id)
    {
        var defaultOptions = new CustomResourceOptions
        {
            Version = Utilities.Version,
            PluginDownloadURL = Utilities.PluginDownloadUrl,
            AdditionalSecretOutputs =
            {
                "accessToken",
                "applicationKey",
                "applicationSecret",
                "clientId",
                "clientSecret",
                "consumerKey",
            },
        };
        var merged = CustomResourceOptions.Merge(defaultOptions, options);
        merged.Id = id ?? merged.Id;
        return merged;
    }
}
