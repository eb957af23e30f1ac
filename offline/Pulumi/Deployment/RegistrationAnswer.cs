using System.Collections.Immutable;
using Google.Protobuf.WellKnownTypes;
using Pulumirpc;

namespace Pulumi;

/// <summary>What the engine answers about a resource, however it was asked.</summary>
/// <param name="Urn">The URN.</param>
/// <param name="Id">The id; empty while it is unknown and for components.</param>
/// <param name="Properties">The outputs that are known.</param>
internal sealed record RegistrationAnswer(string Urn, string Id, Struct Properties)
{
    public Result Result { get; init; } = Result.Success;

    /// <summary>For remote components: which resources each output came from.</summary>
    public ImmutableDictionary<string, ImmutableArray<string>> Dependencies { get; init; }
        = ImmutableDictionary<string, ImmutableArray<string>>.Empty;

    public IEnumerable<Resource> DependenciesOf(string property)
        => Dependencies.TryGetValue(property, out var urns) ? urns.Select(urn => new DependencyResource(urn)) : [];
}
