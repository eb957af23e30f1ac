using System.Collections.Immutable;

namespace Pulumi.Testing;

/// <summary>A resource that is declared or read.</summary>
public class MockResourceArgs
{
    /// <summary>The type token.</summary>
    public string? Type { get; set; }

    /// <summary>The name.</summary>
    public string? Name { get; set; }

    /// <summary>The arguments that are known, without their secretness.</summary>
    public ImmutableDictionary<string, object> Inputs { get; set; } = ImmutableDictionary<string, object>.Empty;

    /// <summary>The provider's reference; empty for the default one.</summary>
    public string? Provider { get; set; }

    /// <summary>The id of a resource that is read or imported; empty otherwise.</summary>
    public string? Id { get; set; }
}
