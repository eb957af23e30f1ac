using OvhIplb.Provider.Framework.Resources;
using OvhIplb.Provider.Framework.Schema;

namespace OvhIplb.Provider.Ownership;

/// <summary>A resource whose objects other resources may claim too. <see cref="OwnedResource"/> keeps track of who holds them.</summary>
internal interface IOwnedResource : IResource
{
    /// <summary>The objects that a program claims with these inputs, the main one first; none while the inputs are incomplete.</summary>
    IEnumerable<ClaimedObject> DeclaredObjects(PropertyBag inputs);

    /// <summary>The main object that an entry in the state holds.</summary>
    ClaimedObject HeldObject(string id, PropertyBag inputs, PropertyBag state);

    /// <summary>Further objects that an entry in the state holds.</summary>
    IEnumerable<ClaimedObject> OtherHeldObjects(string id, PropertyBag state) => [];

    /// <summary>The engine has shown this entry of the state.</summary>
    void OnShown(string id, PropertyBag state)
    {
    }

    /// <summary>The user's choice for a delete, and the words for it.</summary>
    OwnedDeletion DescribeDeletion(DeleteContext context);
}

/// <summary>What a delete does to its object, and how messages name it.</summary>
/// <param name="Object">The object; begins a sentence.</param>
/// <param name="Stays">The object and where it stays; continued by ", as …".</param>
/// <param name="OnDelete">The property with the user's choice.</param>
/// <param name="Removing">The value of <paramref name="OnDelete"/> that removes the object.</param>
internal sealed record OwnedDeletion(string Object, string Stays, Property<string> OnDelete, string Removing)
{
    /// <summary>Whether the object must go for its own successor, whatever the user's choice is.</summary>
    public bool MakesRoom { get; init; }
}
