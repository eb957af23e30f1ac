namespace Pulumi;

/// <summary>A resource another program or a provider registered, known by its URN only.</summary>
internal sealed class DependencyResource(string urn) : CustomResource(urn);
