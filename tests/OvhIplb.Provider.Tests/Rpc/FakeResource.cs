using System.Collections.Immutable;
using OvhIplb.Provider.Framework.Resources;
using OvhIplb.Provider.Framework.Schema;

namespace OvhIplb.Provider.Tests.Rpc;

/// <summary>A resource whose operations a test replaces as it needs.</summary>
internal sealed class FakeResource : IResource
{
    public static readonly EnumType OnDeleteType = new(
        "OnDelete",
        "What happens at the end.",
        [new("Delete", "delete", "Deletes it."), new("Retain", "retain", "Leaves it.")]);

    public static readonly Property<string> Service = Property.String("serviceName", "The service.") with
    {
        Required = true,
        ReplaceOnChange = true,
    };

    public static readonly Property<ImmutableArray<string>> Names = Property.StringSet("fqdns", "The names.") with
    {
        Required = true,
        Check = static name => name.Contains(' ', StringComparison.Ordinal) ? "a name has no spaces" : null,
        Normalize = static name => name.TrimEnd('.').ToLowerInvariant(),
    };

    public static readonly Property<ImmutableArray<string>> Steps = Property.Strings("steps", "The steps, in order.");

    public static readonly Property<ImmutableSortedDictionary<string, string>> Triggers =
        Property.StringMap("triggers", "What it depends on.");

    public static readonly Property<bool> Wait = Property.Boolean("waitForDns", "Whether to wait.") with { Default = true };

    public static readonly Property<long> Count = Property.Integer("count", "How many.");

    public static readonly Property<string> Password = Property.String("password", "The password.") with
    {
        Secret = true,
        Recognize = static text => text == "open sesame",
    };

    public static readonly Property<string> OnDelete = Property.Choice("onDelete", OnDeleteType, "What happens at the end.");

    public static readonly Property<string> Phase = Property.String("phase", "How far it is.") with { Required = true };

    public ResourceDeclaration Declaration { get; } = new()
    {
        Name = "Thing",
        Description = "A thing.",
        Inputs = [Service, Names, Steps, Triggers, Wait, Count, Password, OnDelete],
        Outputs = [Phase],
        ImportId = new("`serviceName`", "web-1"),
    };

    public Func<CreateContext, CancellationToken, Task<ResourceState>> OnCreate { get; set; } =
        static (context, _) => Task.FromResult(new ResourceState("id-" + context.Name, context.Inputs.With(Phase, "done")));

    public Func<ReadContext, ResourceState?> OnRead { get; set; } = static context => new(context.Id, context.State);

    public Func<UpdateContext, ResourceState> OnUpdate { get; set; } =
        static context => new(context.Id, context.Inputs.With(Phase, "done"));

    public Action<DeleteContext> OnDeletion { get; set; } = static _ => { };

    public Action<CheckContext> OnCheck { get; set; } = static _ => { };

    public Func<DiffContext, IEnumerable<PropertyDifference>> OnDiff { get; set; } = static _ => [];

    public void Check(CheckContext context) => OnCheck(context);

    /// <summary>The id holds the service: <c>lb-1/anything</c>.</summary>
    public PropertyBag Identity(string id)
        => id.Split('/') is [var service, _] ? PropertyBag.Empty.With(Service, service) : PropertyBag.Empty;

    public Task<IEnumerable<PropertyDifference>> DiffAsync(DiffContext context, CancellationToken cancellationToken)
        => Task.FromResult(OnDiff(context));

    public Task<ResourceState> CreateAsync(CreateContext context, CancellationToken cancellationToken) =>
        OnCreate(context, cancellationToken);

    public Task<ResourceState?> ReadAsync(ReadContext context, CancellationToken cancellationToken) => Task.FromResult(OnRead(context));

    public Task<ResourceState> UpdateAsync(UpdateContext context, CancellationToken cancellationToken) =>
        Task.FromResult(OnUpdate(context));

    public Task DeleteAsync(DeleteContext context, CancellationToken cancellationToken)
    {
        OnDeletion(context);
        return Task.CompletedTask;
    }
}
