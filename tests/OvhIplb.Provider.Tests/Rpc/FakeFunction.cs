using System.Collections.Immutable;
using OvhIplb.Provider.Framework.Resources;
using OvhIplb.Provider.Framework.Schema;

namespace OvhIplb.Provider.Tests.Rpc;

/// <summary>A function that answers one zone, or refuses the name <c>bad</c>.</summary>
internal sealed class FakeFunction : IFunction
{
    public static readonly Property<string> Name = Property.String("name", "Whose.") with { Required = true };

    public static readonly Property<string> Zone = Property.String("zone", "The zone.") with { Required = true };

    public static readonly Property<ImmutableArray<string>> Addresses = Property.Strings("ips", "Its addresses.") with { Required = true };

    public static readonly Property<ImmutableArray<PropertyBag>> Zones = Property.Objects(
        "zones", new("ZoneAddresses", "The addresses of a zone.", [Zone, Addresses]), "The zones.") with
    { Required = true };

    public FunctionDeclaration Declaration { get; } = new()
    {
        Name = "getThing",
        Description = "Reads a thing.",
        Inputs = [Name],
        Outputs = [Zones],
    };

    public Task<PropertyBag> InvokeAsync(PropertyBag arguments, bool preview, CancellationToken cancellationToken) =>
        arguments.GetRequired(Name) == "bad"
            ? throw new InputException("name", "there is nothing of that name")
            : Task.FromResult(PropertyBag.Empty.With(
                Zones, [PropertyBag.Empty.With(Zone, "gra").With(Addresses, ["192.0.2.1"])]));
}
