using OvhIplb.Provider.Framework.Schema;

namespace OvhIplb.Provider.Framework.Resources;

/// <summary>What an operation leaves behind.</summary>
/// <param name="Id">The id; ignored in the preview of a create, kept by an update.</param>
/// <param name="State">The values of the declared inputs and outputs. What is not certain in a preview is left out.</param>
/// <param name="Inputs">
/// Read only: the inputs to save. Null keeps those given, but for inputs that the state contradicts: these become what the state says.
/// </param>
public sealed record ResourceState(string Id, PropertyBag State, PropertyBag? Inputs = null);
