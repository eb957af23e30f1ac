using OvhIplb.Provider.Framework.Schema;

namespace OvhIplb.Provider.Framework.Resources;

/// <summary>A resource type: its declaration and what the operations do. It knows nothing of the wire.</summary>
public interface IResource
{
    ResourceDeclaration Declaration { get; }

    /// <summary>Checks beyond the declared ones. Must cope with unknown and missing properties.</summary>
    void Check(CheckContext context)
    {
    }

    /// <summary>
    /// The inputs that an id holds: a changed input asks for another object only where it contradicts them. Empty where the text is no id.
    /// </summary>
    PropertyBag Identity(string id);

    /// <summary>
    /// Differences beyond those that follow from the declaration (changed inputs, and state that differs from the inputs):
    /// an unfinished phase, for example.
    /// </summary>
    Task<IEnumerable<PropertyDifference>> DiffAsync(DiffContext context, CancellationToken cancellationToken);

    /// <exception cref="ResourceInitializationException">The object exists but is unfinished.</exception>
    /// <exception cref="InputException">The input is wrong.</exception>
    Task<ResourceState> CreateAsync(CreateContext context, CancellationToken cancellationToken);

    /// <returns>What is there; null where the object is gone.</returns>
    /// <exception cref="ResourceInitializationException">The object is there but still unfinished.</exception>
    Task<ResourceState?> ReadAsync(ReadContext context, CancellationToken cancellationToken);

    /// <exception cref="ResourceInitializationException">The object changed in part.</exception>
    /// <exception cref="InputException">The input is wrong.</exception>
    Task<ResourceState> UpdateAsync(UpdateContext context, CancellationToken cancellationToken);

    /// <summary>Deletes. An object that is already gone is a success.</summary>
    Task DeleteAsync(DeleteContext context, CancellationToken cancellationToken);
}
