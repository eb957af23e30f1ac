using System.Collections.Immutable;

namespace OvhIplb.Provider.Framework.Schema;

/// <summary>What the package says about itself, apart from its resources and functions.</summary>
public sealed record PackageDeclaration
{
    /// <summary>The package's name, <c>ovh-iplb</c>: the first part of every token and the configuration namespace.</summary>
    public required string Name { get; init; }

    /// <summary>Semantic version without a leading v.</summary>
    public required string Version { get; init; }

    public required string DisplayName { get; init; }

    public required string Description { get; init; }

    public required ImmutableArray<string> Keywords { get; init; }

    public required string Homepage { get; init; }

    public required string Repository { get; init; }

    /// <summary>A PNG: the registry shows it, and Pulumi's C# generator puts it into the package as <c>logo.png</c>.</summary>
    public required string LogoUrl { get; init; }

    /// <summary>SPDX expression.</summary>
    public required string License { get; init; }

    public required string Publisher { get; init; }

    /// <summary>Where the command line finds the plugin, for example <c>github://api.github.com/owner/repository</c>.</summary>
    public required string PluginDownloadUrl { get; init; }

    public required CSharpLanguage CSharp { get; init; }

    /// <summary>What the provider is configured with.</summary>
    public required ImmutableArray<Property> Configuration { get; init; }
}
