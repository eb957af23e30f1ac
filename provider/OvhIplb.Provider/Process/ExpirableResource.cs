using OvhIplb.Api.Errors;
using OvhIplb.Provider.Framework.Resources;
using OvhIplb.Provider.Framework.Schema;
using OvhIplb.Provider.Framework.Values;

namespace OvhIplb.Provider.Process;

/// <summary>
/// A resource on services that may have expired (HTTP 460). A read then keeps the state, a delete succeeds and a preview goes on, each
/// with a warning, so that a stack can be refreshed and destroyed. A create, an update and an import fail with what the API says.
/// </summary>
internal sealed class ExpirableResource(IResource resource) : IResource
{
    public ResourceDeclaration Declaration => resource.Declaration;

    public void Check(CheckContext context) => resource.Check(context);

    public PropertyBag Identity(string id) => resource.Identity(id);

    public Task<IEnumerable<PropertyDifference>> DiffAsync(DiffContext context, CancellationToken cancellationToken) =>
        resource.DiffAsync(context, cancellationToken);

    public async Task<ResourceState> CreateAsync(CreateContext context, CancellationToken cancellationToken)
    {
        try
        {
            return await resource.CreateAsync(context, cancellationToken);
        }
        catch (ExpiredServiceException expired) when (context.Preview)
        {
            WarnOfUpdate(context, expired);
            return new ResourceState("", PropertyBag.Empty.WithFrom(context.Inputs, Declaration.Inputs));
        }
    }

    public async Task<ResourceState?> ReadAsync(ReadContext context, CancellationToken cancellationToken)
    {
        try
        {
            return await resource.ReadAsync(context, cancellationToken);
        }
        catch (ExpiredServiceException expired) when (!context.IsImport)
        {
            return Kept(context, expired);
        }
    }

    public async Task<ResourceState> UpdateAsync(UpdateContext context, CancellationToken cancellationToken)
    {
        try
        {
            return await resource.UpdateAsync(context, cancellationToken);
        }
        catch (ExpiredServiceException expired) when (context.Preview)
        {
            WarnOfUpdate(context, expired);
            return new ResourceState(
                context.Id,
                PropertyBag.Empty.WithFrom(context.State, Declaration.Outputs).WithFrom(context.Inputs, Declaration.Inputs));
        }
    }

    public async Task DeleteAsync(DeleteContext context, CancellationToken cancellationToken)
    {
        try
        {
            await resource.DeleteAsync(context, cancellationToken);
        }
        catch (ExpiredServiceException expired)
        {
            context.Log.Warning(
                $"{expired.Service} has expired, so {context.Id} was taken out of the state without being removed there. What is left of "
                    + $"it goes with the "
                + $"service. {expired.Facts}");
        }
    }

    /// <summary>A read clears what the engine knows of unfinished work, so while work is unfinished it is said again.</summary>
    private static ResourceState Kept(ReadContext context, ExpiredServiceException expired)
    {
        var reason
            = $"{expired.Service} has expired, so {context.Id} could not be looked at and its last known state is kept. {expired.Message}";
        var kept = new ResourceState(context.Id, context.State, context.Inputs);
        if (IsUnfinished(context.State))
        {
            throw new ResourceInitializationException(kept, [reason]);
        }

        context.Log.Warning(reason);
        return kept;
    }

    /// <summary>
    /// The <c>phase</c> of every resource of this package says how far it is; <c>live</c> and <c>imported</c> wait for nothing.
    /// </summary>
    private static bool IsUnfinished(PropertyBag state) => state["phase"]?.Unwrapped is StringValue { Value: not ("live" or "imported") };

    private static void WarnOfUpdate(OperationContext context, ExpiredServiceException expired) =>
        context.Log.Warning($"{expired.Service} has expired, so `pulumi up` will fail. {expired.Message}");
}
