using Pulumi.Testing;
using Pulumi.Tests.Fixtures;
using Pulumi.Utilities;

namespace Pulumi.Tests.Inputs;

/// <summary>Every way in which a program may give an argument. That these lines compile is half of each test.</summary>
public sealed class ConversionTests
{
    private static readonly string[] Both = ["a", "b"];

    public static TheoryData<string, Func<InputList<string>>> Lists => new()
    {
        { "array", () => new[] { "a", "b" } },
        { "array of outputs", () => new[] { Output.Create("a"), Output.Create("b") } },
        { "array of inputs", () => new Input<string>[] { "a", Output.Create("b") } },
        { "list", () => new List<string> { "a", "b" } },
        { "list of outputs", () => new List<Output<string>> { Output.Create("a"), Output.Create("b") } },
        { "list of inputs", () => new List<Input<string>> { "a", Output.Create("b") } },
        { "immutable array", () => ImmutableArray.Create("a", "b") },
        { "immutable array of outputs", () => ImmutableArray.Create(Output.Create("a"), Output.Create("b")) },
        { "immutable array of inputs", () => ImmutableArray.Create<Input<string>>("a", Output.Create("b")) },
        { "output of an array", () => Output.Create(new[] { "a", "b" }) },
        { "output of a list", () => Output.Create(new List<string> { "a", "b" }) },
        { "output of an enumerable", () => Output.Create(Both.AsEnumerable()) },
        { "output of an immutable array", () => Output.Create(ImmutableArray.Create("a", "b")) },
        { "collection initialiser", () => new InputList<string> { "a", Output.Create("b") } },
        { "collection initialiser with a list inside", () => new InputList<string> { new InputList<string> { "a" }, "b" } },
        { "several at once", () => new InputList<string> { { "a", "b" } } },
        { "concatenated", () => new InputList<string> { "a" }.Concat(Output.Create("b")) },
    };

    public static TheoryData<string, Func<InputMap<int>>> Maps => new()
    {
        { "dictionary", () => new Dictionary<string, int> { ["a"] = 1, ["b"] = 2 } },
        { "immutable dictionary", () => ImmutableDictionary<string, int>.Empty.Add("a", 1).Add("b", 2) },
        { "output of a dictionary", () => Output.Create(new Dictionary<string, int> { ["a"] = 1, ["b"] = 2 }) },
        {
            "output of a dictionary interface",
            () => Output.Create<IDictionary<string, int>>(new Dictionary<string, int> { ["a"] = 1, ["b"] = 2 }) },
        { "output of an immutable dictionary", () => Output.Create(ImmutableDictionary<string, int>.Empty.Add("a", 1).Add("b", 2)) },
        { "collection initialiser", () => new InputMap<int> { { "a", 1 }, { "b", Output.Create(2) } } },
        { "index initialiser", () => new InputMap<int> { ["a"] = 1, ["b"] = Output.Create(2) } },
        { "collection initialiser with a map inside", () => new InputMap<int> { new InputMap<int> { { "a", 1 } }, { "b", 2 } } },
        { "merged", () => InputMap<int>.Merge(new InputMap<int> { { "a", 7 }, { "b", 2 } }, new InputMap<int> { { "a", 1 } }) },
    };

    [Theory]
    [MemberData(nameof(Lists), DisableDiscoveryEnumeration = true)]
    public async Task A_list_can_be_given_as(string form, Func<InputList<string>> make)
    {
        Assert.NotEmpty(form);
        Assert.Equal(Both, await OutputUtilities.GetValueAsync(make().ToOutput()));
        var enumerated = new List<string>();
        await foreach (var element in make())
        {
            enumerated.Add(await OutputUtilities.GetValueAsync(element.ToOutput()));
        }

        Assert.Equal(Both, enumerated);
    }

    [Theory]
    [MemberData(nameof(Maps), DisableDiscoveryEnumeration = true)]
    public async Task A_map_can_be_given_as(string form, Func<InputMap<int>> make)
    {
        Assert.NotEmpty(form);
        var map = await OutputUtilities.GetValueAsync(make().ToOutput());
        Assert.Equal(new Dictionary<string, int> { ["a"] = 1, ["b"] = 2 }, map);
        var keys = new List<string>();
        await foreach (var entry in make())
        {
            keys.Add((await OutputUtilities.GetValueAsync(entry.ToOutput())).Key);
        }

        Assert.Equal(["a", "b"], keys.Order());
    }

    [Fact]
    public async Task A_single_value_is_a_list_of_one()
    {
        InputList<string> value = "a";
        InputList<string> output = Output.Create("a");
        InputList<string> input = (Input<string>)"a";
        foreach (var list in new[] { value, output, input })
        {
            Assert.Equal(["a"], await OutputUtilities.GetValueAsync(list.ToOutput()));
        }
    }

    [Fact]
    public async Task A_union_argument_takes_either_type_in_every_form()
    {
        InputUnion<string, int>[] texts =
            ["x", Output.Create("x"), (Input<string>)"x", (Union<string, int>)"x", Output.Create((Union<string, int>)"x")];
        InputUnion<string, int>[] numbers =
            [1, Output.Create(1), (Input<int>)1, (Union<string, int>)1, Output.Create((Union<string, int>)1)];
        Assert.All(await OutputUtilities.GetValueAsync(Output.All<Union<string, int>>(texts)), text => Assert.Equal("x", text.AsT0));
        Assert.All(await OutputUtilities.GetValueAsync(Output.All<Union<string, int>>(numbers)), number => Assert.Equal(1, number.AsT1));
    }

    [Fact]
    public async Task Lists_and_maps_of_unions_take_either_type()
    {
        var list = new InputList<Union<string, int>>();
        list.Add("x");
        list.Add((Input<int>)1);
        Assert.Equal(["x", 1], (await OutputUtilities.GetValueAsync(list.ToOutput())).Select(one => one.Value));

        var map = new InputMap<Union<string, int>>();
        map.Add("t", (Input<string>)"x");
        map.Add("n", (Input<int>)1);
        Assert.Equal(1, (await OutputUtilities.GetValueAsync(map.ToOutput()))["n"].AsT1);
    }

    [Fact]
    public async Task A_json_argument_takes_text_documents_and_elements()
    {
        using var document = JsonDocument.Parse("{\"a\":1}");
        InputJson[] all =
        [
            "{\"a\":1}", document, document.RootElement,
            Output.Create("{\"a\":1}"), Output.Create(document), Output.Create(document.RootElement),
        ];
        Assert.All(
            await OutputUtilities.GetValueAsync(Output.All<JsonElement>(all)), element => Assert.Equal(
                1,
                element.GetProperty("a").GetInt32()));
    }

    public static TheoryData<string, Func<InputList<string>>> DefaultLists => new()
    {
        { "default array", () => default(ImmutableArray<string>) },
        { "output of a default array", () => Output.Create(default(ImmutableArray<string>)) },
    };

    public static TheoryData<string, Func<InputMap<string>>> NullMaps => new()
    {
        { "immutable dictionary", () => (ImmutableDictionary<string, string>)null! },
        { "output of an immutable dictionary", () => Output.Create((ImmutableDictionary<string, string>)null!) },
    };

    [Theory]
    [MemberData(nameof(DefaultLists), DisableDiscoveryEnumeration = true)]
    public async Task A_default_array_stays_one_and_arrives_as_an_empty_list(string form, Func<InputList<string>> make)
    {
        Assert.NotEmpty(form);
        Assert.True((await OutputUtilities.GetValueAsync(make().ToOutput())).IsDefault);
        await Assert.ThrowsAnyAsync<Exception>(async () =>
        {
            await foreach (var element in make())
            {
                Assert.Fail($"{element} is not there");
            }
        });
        Assert.Empty((ImmutableArray<object?>)(await Run.ArgumentAsync("names", new ThingArgs { Names = make() }))!);
    }

    [Theory]
    [MemberData(nameof(NullMaps), DisableDiscoveryEnumeration = true)]
    public async Task A_null_map_stays_one_and_does_not_arrive(string form, Func<InputMap<string>> make)
    {
        Assert.NotEmpty(form);
        Assert.Null(await OutputUtilities.GetValueAsync(make().ToOutput()));
        await Assert.ThrowsAnyAsync<Exception>(async () =>
        {
            await foreach (var entry in make())
            {
                Assert.Fail($"{entry} is not there");
            }
        });
        Assert.Null(await Run.ArgumentAsync("tags", new ThingArgs { Tags = make() }));
    }

    [Fact]
    public async Task Nothing_can_be_added_to_a_default_list_or_a_null_map()
    {
        InputList<string> list = default(ImmutableArray<string>);
        list.Add("a");
        await Assert.ThrowsAnyAsync<Exception>(() => OutputUtilities.GetValueAsync(list.ToOutput()));
        InputMap<string> map = (ImmutableDictionary<string, string>)null!;
        map.Add("a", "1");
        await Assert.ThrowsAnyAsync<Exception>(() => OutputUtilities.GetValueAsync(map.ToOutput()));
    }

    [Fact]
    public async Task A_key_may_be_added_again_with_the_same_value_only()
    {
        var map = new InputMap<string> { { "a", "1" }, { "a", Output.Create("1") } };
        Assert.Equal("1", (await OutputUtilities.GetValueAsync(map.ToOutput()))["a"]);
        map.Add("a", "2");
        var failure = await Assert.ThrowsAsync<ArgumentException>(() => OutputUtilities.GetValueAsync(map.ToOutput()));
        Assert.Contains("'a'", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_key_of_a_secret_may_be_added_again_and_stays_secret()
    {
        var map = new InputMap<string> { { "a", Output.CreateSecret("1") }, { "a", "1" } };
        Assert.True(await Output.IsSecretAsync(map.ToOutput()));
    }

    [Fact]
    public Task Nothing_is_enumerated_while_an_element_is_unknown() => Deployment.TestAsync(new Mocks(), new TestOptions(), async () =>
    {
        var unknown = OutputUtilities.CreateUnknown("later");
        await foreach (var element in new InputList<string> { "a", unknown })
        {
            Assert.Fail($"{await OutputUtilities.GetValueAsync(element.ToOutput())} is enumerated");
        }

        await foreach (var entry in new InputMap<string> { { "a", "1" }, { "b", unknown } })
        {
            Assert.Fail($"{await OutputUtilities.GetValueAsync(entry.ToOutput())} is enumerated");
        }
    });

    [Fact]
    public void An_output_that_is_null_is_no_input()
    {
        Output<string> absent = null!;
        Assert.ThrowsAny<ArgumentNullException>(() => (Input<string>)absent);
        Assert.ThrowsAny<ArgumentNullException>(() => (InputList<string>)absent);
        Assert.ThrowsAny<Exception>(() => (InputUnion<string, int>)absent);
    }

    [Fact]
    public void An_input_that_is_null_is_no_output() => Assert.ThrowsAny<Exception>(() => (Output<string>)(Input<string>)null!);

    [Fact]
    public async Task An_input_that_is_null_cannot_be_combined()
    {
        Input<string> absent = null!;
        await Assert.ThrowsAnyAsync<Exception>(() => OutputUtilities.GetValueAsync(Output.All("a", absent)));
        await Assert.ThrowsAnyAsync<Exception>(() => OutputUtilities.GetValueAsync(Output.Tuple(absent, (Input<int>)1)));
        await Assert.ThrowsAnyAsync<Exception>(() => OutputUtilities.GetValueAsync(new InputList<string> { absent }.ToOutput()));
    }

    [Fact]
    public async Task An_entry_that_is_null_is_the_default_and_does_not_arrive()
    {
        var map = new InputMap<string> { { "a", null! }, { "b", "1" } };
        Assert.Null((await OutputUtilities.GetValueAsync(map.ToOutput()))["a"]);
        var arrived = (ImmutableDictionary<string, object?>)(await Run.ArgumentAsync(
            "tags",
            new ThingArgs { Tags = { { "a", null! }, { "b", "1" } } }))!;
        Assert.Equal(["b"], arrived.Keys);
    }

    [Fact]
    public async Task An_element_that_is_null_fails_the_run()
        => await Assert.ThrowsAnyAsync<Exception>(() => Run.UpdateAsync(() =>
        {
            _ = new InputList<string> { (Input<string>)null! };
            return Task.CompletedTask;
        }));

    [Fact]
    public async Task Empty_json_and_an_empty_union_do_not_arrive()
    {
        Assert.Equal(JsonValueKind.Undefined, (await OutputUtilities.GetValueAsync(new InputJson().ToOutput())).ValueKind);
        Assert.Null(await Run.ArgumentAsync("raw", new ThingArgs { Raw = new InputJson() }));
        Assert.Null(await Run.ArgumentAsync("either", new ThingArgs { Either = new InputUnion<string, int>() }));
    }

    [Fact]
    public async Task An_absent_input_is_the_default()
    {
        Input<string>? absent = null;
        Assert.Null(await OutputUtilities.GetValueAsync(absent.ToOutput()));
        Assert.Equal("none", await OutputUtilities.GetValueAsync(absent.Apply(value => value ?? "none")));
    }

    [Fact]
    public async Task A_generated_secret_setter_makes_the_value_secret()
    {
        // The shape Pulumi's generator gives a secret input.
        Input<string>? value = "hunter2";
        var empty = Output.CreateSecret(0);
        Input<string>? wrapped = Output.Tuple<Input<string>?, int>(value, empty).Apply(both => both.Item1);
        Assert.True(await Output.IsSecretAsync(wrapped.ToOutput()));
        Assert.Equal("hunter2", await OutputUtilities.GetValueAsync(wrapped.ToOutput()));
    }

    [Fact]
    public void Lists_and_maps_cannot_be_enumerated_before_they_are_there()
    {
        Assert.Throws<NotSupportedException>(() => ((System.Collections.IEnumerable)new InputList<string>()).GetEnumerator());
        Assert.Throws<NotSupportedException>(() => ((System.Collections.IEnumerable)new InputMap<string>()).GetEnumerator());
    }
}
