using Google.Protobuf.WellKnownTypes;

namespace Engine.Display;

/// <summary>What is done to a resource, or what a refresh found of it.</summary>
/// <param name="Kind">What happens.</param>
/// <param name="Urn">To which resource.</param>
/// <param name="Changes">The properties that differ; of a replacement also why it is one.</param>
/// <param name="Properties">All properties of what is created or deleted.</param>
/// <param name="Found">Whether it was found, and not done.</param>
internal sealed record Step(
    StepKind Kind, string Urn, IReadOnlyList<PropertyChange> Changes, Struct? Properties = null, bool Found = false);
