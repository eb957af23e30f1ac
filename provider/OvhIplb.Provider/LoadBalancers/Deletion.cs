using OvhIplb.Provider.Resources;
using OvhIplb.Provider.Schema;

namespace OvhIplb.Provider.LoadBalancers;

/// <summary>What deleting a resource does to its object: what the user said; where nothing was said, what was found here stays here.</summary>
internal static class Deletion
{
    /// <param name="context">The delete.</param>
    /// <param name="onDelete">The property in which the user says it.</param>
    /// <param name="removing">The value of it that takes the object away.</param>
    public static bool IsWanted(DeleteContext context, Property<string> onDelete, string removing) =>
        context.OldInputs.TryGet(onDelete, out string? choice) ? choice == removing : context.State.Get(Origin.Property) != Origin.Adopted;

    /// <summary>In words that continue "stays, as ...".</summary>
    public static string WhyRetained(DeleteContext context, Property<string> onDelete, string removing) => context.OldInputs.Has(onDelete)
        ? $"`{onDelete.Name}` is `{context.OldInputs.Get(onDelete)}`"
        : $"it was there before this resource; `{onDelete.Name}: {removing}` would {removing} it";
}
