namespace Engine.State;

/// <summary>A call to a provider that has been sent and not answered.</summary>
/// <param name="Entry">The resource as it was when the call was sent; of a create, what is being created.</param>
/// <param name="Type">One of <c>creating</c>, <c>updating</c>, <c>deleting</c>, <c>reading</c>.</param>
internal sealed record Operation(ResourceEntry Entry, string Type);
