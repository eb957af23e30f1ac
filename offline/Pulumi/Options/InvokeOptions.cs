namespace Pulumi;

/// <summary>The options of a function call.</summary>
public class InvokeOptions
{
    /// <summary>The resource whose provider is used if <see cref="Provider"/> is not given.</summary>
    public Resource? Parent { get; set; }

    /// <summary>The provider.</summary>
    public ProviderResource? Provider { get; set; }

    /// <summary>The provider plugin's version.</summary>
    public string? Version { get; set; }

    /// <summary>Where the provider plugin is downloaded from.</summary>
    public string? PluginDownloadURL { get; set; }
}
