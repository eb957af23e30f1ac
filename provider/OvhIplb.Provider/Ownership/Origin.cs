using OvhIplb.Provider.Framework.Schema;

namespace OvhIplb.Provider.Ownership;

/// <summary>How an object came to be managed; it decides what deleting the resource does where the user did not say.</summary>
internal static class Origin
{
    /// <summary>This resource made it.</summary>
    public const string Created = "created";

    /// <summary>It was there before; this resource uses it and by default leaves it behind.</summary>
    public const string Adopted = "adopted";

    /// <summary>It was imported; the user handed it over, so by default it goes with the resource.</summary>
    public const string Imported = "imported";

    /// <summary>Whether a state is that of an import.</summary>
    public static bool IsImported(PropertyBag state) => state.TryGet(Property, out var origin) && origin == Imported;

    public static Property<string> Property { get; } = Framework.Schema.Property.String(
        "origin",
        "How it came to be: `created` by this resource, `adopted` (found, used, and left behind by default) or `imported`.") with
    {
        Required = true,
    };
}
