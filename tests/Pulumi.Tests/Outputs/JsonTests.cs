using Pulumi.Tests.Fixtures;
using Pulumi.Utilities;

namespace Pulumi.Tests.Outputs;

/// <summary>JSON text of outputs, with outputs and inputs inside, and back.</summary>
public sealed class JsonTests
{
    [Fact]
    public async Task Json_text_becomes_an_object_and_keeps_what_is_known_about_it()
    {
        var read = Output.JsonDeserialize<Dictionary<string, int>>(Output.CreateSecret("{\"a\":1}"));
        Assert.Equal(1, (await OutputUtilities.GetValueAsync(read))["a"]);
        Assert.True(await Output.IsSecretAsync(read));
        Assert.False(await OutputUtilities.GetIsKnownAsync(Output.JsonDeserialize<int>(OutputUtilities.CreateUnknown("1"))));
    }

    [Fact]
    public async Task Outputs_and_inputs_inside_are_read_as_known_ones()
    {
        var json = Output.CreateSecret("{\"Host\":\"a.example\",\"Port\":443,\"Names\":[\"a\",\"b\"],\"Tags\":{\"env\":\"test\"}}");
        var read = await OutputUtilities.GetValueAsync(Output.JsonDeserialize<Target>(json));
        Assert.Equal("a.example", await OutputUtilities.GetValueAsync(read.Host));
        Assert.True(await Output.IsSecretAsync(read.Host));
        Assert.Equal(443, await OutputUtilities.GetValueAsync(read.Port.ToOutput()));
        Assert.Equal(["a", "b"], await OutputUtilities.GetValueAsync(read.Names.ToOutput()));
        Assert.Equal("test", (await OutputUtilities.GetValueAsync(read.Tags.ToOutput()))["env"]);
    }

    [Fact]
    public async Task Outputs_and_inputs_inside_are_written_as_what_they_resolve_to()
    {
        var target = new Target
        {
            Host = Output.Create("a.example"),
            Port = 443,
            Names = { "a", Output.CreateSecret("b") },
            Tags = { { "env", "test" } },
        };
        var text = Output.JsonSerialize(Output.Create(target));
        Assert.Equal(
            "{\"Host\":\"a.example\",\"Port\":443,\"Names\":[\"a\",\"b\"],\"Tags\":{\"env\":\"test\"}}",
            await OutputUtilities.GetValueAsync(text));
        Assert.True(await Output.IsSecretAsync(text));
    }

    [Fact]
    public async Task Null_stays_null()
    {
        var text = Output.JsonSerialize(
            Output.Create(new Dictionary<string, Output<string?>?> { ["a"] = null, ["b"] = Output.Create(default(string)) }));
        Assert.Equal("{\"a\":null,\"b\":null}", await OutputUtilities.GetValueAsync(text));
    }

    [Fact]
    public async Task An_unknown_part_makes_the_text_unknown_and_only_known_parts_make_it_secret()
    {
        var unknown = Output.CreateSecret(OutputUtilities.CreateUnknown("hunter2"));
        var text = Output.JsonSerialize(Output.Create(new[] { Output.Create("a"), unknown }));
        Assert.False(await OutputUtilities.GetIsKnownAsync(text));
        Assert.False(await Output.IsSecretAsync(text));
        text = Output.JsonSerialize(Output.Create(new[] { Output.CreateSecret("a"), unknown }));
        Assert.True(await Output.IsSecretAsync(text));
    }

    [Fact]
    public async Task An_output_that_comes_later_is_waited_for_on_the_spot()
    {
        var later = new TaskCompletionSource<string>();
        var value = new Dictionary<string, object> { ["host"] = Output.Create(later.Task), ["port"] = 443 };

        // On a thread of its own: the call does not return before the value is there.
        var writing = Task.Run(() => Output.JsonSerialize(Output.Create(value)), TestContext.Current.CancellationToken);
        later.SetResult("a.example");
        var text = OutputUtilities.GetValueAsync(await writing);
        Assert.True(text.IsCompleted);
        Assert.Equal("{\"host\":\"a.example\",\"port\":443}", await text);
    }

    [Fact]
    public async Task What_goes_wrong_inside_goes_wrong_as_a_whole()
    {
        var failed = Output.Create(Task.FromException<string>(new InvalidOperationException("no")));
        var text = Output.JsonSerialize(Output.Create(new[] { failed }));
        var failure = await Assert.ThrowsAsync<AggregateException>(() => OutputUtilities.GetValueAsync(text));
        Assert.IsType<InvalidOperationException>(failure.InnerException);
    }

    [Fact]
    public Task The_text_depends_on_what_is_inside() => Run.UpdateAsync(async () =>
    {
        var thing = new Thing("thing");
        var text = Output.JsonSerialize(Output.Create(new[] { thing.Name }));
        Assert.Equal("[\"thing\"]", await OutputUtilities.GetValueAsync(text));
        Assert.Equal([thing], await OutputUtilities.GetDependenciesAsync(text));
    });

    private sealed class Target
    {
        public Output<string> Host { get; init; } = null!;

        public Input<int> Port { get; init; } = null!;

        public InputList<string> Names { get; init; } = [];

        public InputMap<string> Tags { get; init; } = [];
    }
}
