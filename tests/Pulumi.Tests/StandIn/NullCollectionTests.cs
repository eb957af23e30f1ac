using Pulumi.Tests.Fixtures;
using Pulumi.Utilities;

namespace Pulumi.Tests.StandIn;

/// <summary>Collections that are null are passed on as null. Of these the official package takes null maps of some types only.</summary>
public sealed class NullCollectionTests
{
    public static TheoryData<string, Func<InputList<string>>> Lists => new()
    {
        { "array", () => (string[])null! },
        { "array of outputs", () => (Output<string>[])null! },
        { "array of inputs", () => (Input<string>[])null! },
        { "list", () => (List<string>)null! },
        { "list of outputs", () => (List<Output<string>>)null! },
        { "list of inputs", () => (List<Input<string>>)null! },
        { "immutable array of inputs", () => default(ImmutableArray<Input<string>>) },
        { "immutable array of outputs", () => default(ImmutableArray<Output<string>>) },
        { "output of an array", () => Output.Create((string[])null!) },
        { "output of a list", () => Output.Create((List<string>)null!) },
        { "output of an enumerable", () => Output.Create((IEnumerable<string>)null!) },
    };

    public static TheoryData<string, Func<InputMap<string>>> Maps => new()
    {
        { "dictionary", () => (Dictionary<string, string>)null! },
        { "output of a dictionary", () => Output.Create((Dictionary<string, string>)null!) },
        { "output of a dictionary interface", () => Output.Create((IDictionary<string, string>)null!) },
    };

    [Theory]
    [MemberData(nameof(Lists), DisableDiscoveryEnumeration = true)]
    public async Task A_null_list_arrives_as_an_empty_one(string form, Func<InputList<string>> make)
    {
        Assert.NotEmpty(form);
        Assert.True((await OutputUtilities.GetValueAsync(make().ToOutput())).IsDefault);
        Assert.Empty((ImmutableArray<object?>)(await Run.ArgumentAsync("names", new ThingArgs { Names = make() }))!);
    }

    [Theory]
    [MemberData(nameof(Maps), DisableDiscoveryEnumeration = true)]
    public async Task A_null_map_does_not_arrive(string form, Func<InputMap<string>> make)
    {
        Assert.NotEmpty(form);
        Assert.Null(await OutputUtilities.GetValueAsync(make().ToOutput()));
        Assert.Null(await Run.ArgumentAsync("tags", new ThingArgs { Tags = make() }));
    }
}
