using OvhIplb.Provider.Schema;

namespace OvhIplb.Provider.Resources;

/// <summary>What an operation leaves behind.</summary>
/// <param name="Id">The id; ignored in the preview of a create, kept by an update.</param>
/// <param name="State">The values of the declared inputs and outputs. What is not certain in a preview is left out.</param>
/// <param name="Inputs">Read only: the inputs to save; null keeps those given.</param>
/// <param name="RefreshBeforeUpdate">Whether the engine is to Read before the next diff.</param>
public sealed record ResourceState(string Id, PropertyBag State, PropertyBag? Inputs = null, bool RefreshBeforeUpdate = false);
