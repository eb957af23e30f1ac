using OvhIplb.Provider.Framework.Resources;
using OvhIplb.Provider.Framework.Schema;

namespace OvhIplb.Provider.Ownership;

/// <summary>
/// Tells <see cref="Claims"/> which objects a resource declares and holds, and decides whether a delete reaches the API: an object that
/// another resource holds, that was adopted, or that the user wants to keep, stays.
/// </summary>
internal sealed class OwnedResource(IOwnedResource resource, Claims claims) : IResource
{
    public ResourceDeclaration Declaration => resource.Declaration;

    public void Check(CheckContext context)
    {
        resource.Check(context);
        foreach (var claimed in resource.DeclaredObjects(context.Inputs))
        {
            if (claims.Declare(claimed, context.Urn, context.IsNew) is { } rival && claimed.Conflict is { } conflict)
            {
                context.Failures.Add(conflict.Property, conflict.Reason(rival));
            }
        }
    }

    public PropertyBag Identity(string id) => resource.Identity(id);

    public Task<IEnumerable<PropertyDifference>> DiffAsync(DiffContext context, CancellationToken cancellationToken)
    {
        claims.MarkCompared(context.Id, context.Urn, context.State);
        foreach (var held in resource.OtherHeldObjects(context.Id, context.State))
        {
            claims.Hold(held, context.Urn);
        }

        resource.OnShown(context.Id, context.State);
        return resource.DiffAsync(context, cancellationToken);
    }

    public async Task<ResourceState> CreateAsync(CreateContext context, CancellationToken cancellationToken)
    {
        if (context.Preview)
        {
            return await resource.CreateAsync(context, cancellationToken);
        }

        if (resource.DeclaredObjects(context.Inputs).FirstOrDefault() is { } declared)
        {
            claims.MarkMade(declared, context.Urn);
        }

        var created = await resource.CreateAsync(context, cancellationToken);
        MarkOthersMade(created, context.Urn);
        claims.MarkContinuing(created.Id, context.Urn, created.State);
        return created;
    }

    public Task<ResourceState?> ReadAsync(ReadContext context, CancellationToken cancellationToken)
    {
        if (context.IsImport)
        {
            claims.MarkContinuing(context.Id, context.Urn, context.State);
        }

        return resource.ReadAsync(context, cancellationToken);
    }

    public async Task<ResourceState> UpdateAsync(UpdateContext context, CancellationToken cancellationToken)
    {
        var updated = await resource.UpdateAsync(context, cancellationToken);
        if (!context.Preview)
        {
            MarkOthersMade(updated, context.Urn);
        }

        return updated;
    }

    public async Task DeleteAsync(DeleteContext context, CancellationToken cancellationToken)
    {
        var deletion = resource.DescribeDeletion(context);
        if (claims.GiveUp(resource.HeldObject(context.Id, context.OldInputs, context.State), context.Urn) is { } holder)
        {
            Leave(context, deletion, holder);
            return;
        }

        if (!deletion.MakesRoom && !IsWanted(context, deletion))
        {
            context.Log.Info($"{deletion.Stays}, as {WhyRetained(context, deletion)}.");
            return;
        }

        foreach (var other in resource.OtherHeldObjects(context.Id, context.State))
        {
            claims.Release(other, context.Urn);
        }

        await resource.DeleteAsync(context, cancellationToken);
    }

    private void MarkOthersMade(ResourceState entry, string urn)
    {
        foreach (var held in resource.OtherHeldObjects(entry.Id, entry.State))
        {
            claims.MarkMade(held, urn);
        }
    }

    private void Leave(DeleteContext context, OwnedDeletion deletion, string holder)
    {
        // The new holder was created before this entry was shown, so it recorded the object as adopted although this entry owns it.
        var isOriginLost = claims.OriginOf(context.Id, holder) == Origin.Adopted && context.State.Get(Origin.Property) != Origin.Adopted;
        var consequence = isOriginLost
            ? " There it counts as adopted, so it stays when that is deleted, unless "
                + $"`{deletion.OnDelete.Name}` is `{deletion.Removing}`. An alias instead of a new name keeps such an object's origin."
            : "";
        var by = holder == context.Urn ? "this resource, which was replaced by itself" : holder;
        var message = $"{deletion.Object} is still declared, by {by}: it was left as it is.{consequence}";
        if (holder != context.Urn || isOriginLost)
        {
            context.Log.Warning(message);
            return;
        }

        context.Log.Info(message);
        claims.MarkContinuing(context.Id, context.Urn, context.State);
    }

    private static bool IsWanted(DeleteContext context, OwnedDeletion deletion) =>
        context.OldInputs.TryGet(deletion.OnDelete, out var choice)
        ? choice == deletion.Removing
        : context.State.Get(Origin.Property) != Origin.Adopted;

    private static string WhyRetained(DeleteContext context, OwnedDeletion deletion)
    {
        var onDelete = deletion.OnDelete;
        return context.OldInputs.Has(onDelete)
            ? $"`{onDelete.Name}` is `{context.OldInputs.Get(onDelete)}`"
            : $"it was there before this resource; `{onDelete.Name}: {deletion.Removing}` would {deletion.Removing} it";
    }
}
