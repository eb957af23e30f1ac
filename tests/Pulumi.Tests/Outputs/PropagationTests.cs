using CsCheck;
using Pulumi.Testing;
using Pulumi.Tests.Fixtures;
using Pulumi.Utilities;

namespace Pulumi.Tests.Outputs;

/// <summary>Whatever outputs are combined by, the result is known only if all are, secret if one is, and depends on all.</summary>
public sealed class PropagationTests
{
    private static readonly Gen<Part[]> Parts = Gen.Select(Gen.Int[0, 9], Gen.Bool, Gen.Bool, Gen.Int[-1, 2])
        .Select((value, isKnown, isSecret, resource) => new Part(value, isKnown, isSecret, resource))
        .Array[1, 5];

    public static TheoryData<string> Combinations => [.. Combiners.Keys];

    private static Dictionary<string, Func<Output<int>[], Output<string>>> Combiners { get; } = new()
    {
        ["All of outputs"] = outputs => Output.All(outputs).Apply(values => string.Join(',', values)),
        ["All of inputs"] = outputs => Output.All(outputs.Select(output => (Input<int>)output)).Apply(values => string.Join(',', values)),
        ["Tuple"] = outputs => outputs.Aggregate(
            Output.Create(""),
            (text, output) => Output.Tuple(text, output).Apply(both => both.Item1.Length == 0 ? $"{both.Item2}" : $"{both.Item1},{both.Item2}")),
        ["Apply to an output"] = outputs => outputs.Skip(1).Aggregate(
            outputs[0].Apply(value => $"{value}"), (text, output) => text.Apply(before => output.Apply(value => $"{before},{value}"))),
        ["Apply to an input"] = outputs => outputs.Skip(1).Aggregate(
            outputs[0].Apply(value => $"{value}"), (text, output) => text.Apply(before => (Input<string>)output.Apply(value => $"{before},{value}"))),
        ["Format"] = outputs => outputs.Skip(1).Aggregate(Output.Format($"{outputs[0]}"), (text, output) => Output.Format($"{text},{output}")),
        ["Format with inputs"] = outputs => outputs.Skip(1).Aggregate(
            Output.Format($"{(Input<int>)outputs[0]}"), (text, output) => Output.Format($"{(Input<string>)text},{(Input<int>)output}")),
        ["InputList"] = outputs => new InputList<int> { outputs.Select(output => (Input<int>)output).ToArray() }
            .ToOutput().Apply(values => string.Join(',', values)),
        ["InputList concatenated"] = outputs => outputs.Aggregate(new InputList<int>(), (list, output) => list.Concat(output))
            .ToOutput().Apply(values => string.Join(',', values)),
        ["InputMap"] = outputs => outputs.Index().Aggregate(new InputMap<int>(), (map, entry) =>
        {
            map.Add($"{entry.Index}", entry.Item);
            return map;
        }).ToOutput().Apply(values => string.Join(',', values.OrderBy(entry => entry.Key).Select(entry => entry.Value))),
        ["JsonSerialize with outputs inside"] = outputs => Output.JsonSerialize(Output.Create(outputs)).Apply(json => json.Trim('[', ']')),
        ["JsonSerialize with inputs inside"] = outputs => Output.JsonSerialize(Output.Create(outputs.Select(output => (Input<int>)output)))
            .Apply(json => json.Trim('[', ']')),
    };

    [Theory]
    [MemberData(nameof(Combinations))]
    public async Task Combining_joins_what_is_known_about_the_parts(string combination)
    {
        await Deployment.TestAsync(new Mocks(), new TestOptions(), async () =>
        {
            Resource[] resources = [new Thing("a"), new Thing("b"), new Thing("c")];
            await Parts.SampleAsync(
                async parts =>
                {
                    var combined = Combiners[combination]([.. parts.Select(part => part.ToOutput(resources))]);
                    var isKnown = parts.All(part => part.IsKnown);
                    Assert.Equal(isKnown, await OutputUtilities.GetIsKnownAsync(combined));
                    if (isKnown)
                    {
                        Assert.Equal(string.Join(',', parts.Select(part => part.Value)), await OutputUtilities.GetValueAsync(combined));
                    }

                    // Nested applies stop at the first unknown one: what is inside is not looked at, as it is not run.
                    var seen = combination.StartsWith("Apply", StringComparison.Ordinal)
                        ? parts.TakeWhile((_, index) => index == 0 || parts[index - 1].IsKnown && parts.Take(index).All(one => one.IsKnown)).ToArray()
                        : parts;
                    Assert.Equal(seen.Any(part => part.IsSecret), await Output.IsSecretAsync(combined));
                    Assert.Equivalent(
                        seen.Where(part => part.Resource >= 0).Select(part => resources[part.Resource]).Distinct().Select(one => one.GetResourceName()).Order(),
                        (await OutputUtilities.GetDependenciesAsync(combined)).Select(one => one.GetResourceName()).Order(),
                        strict: true);
                },
                iter: 60,
                threads: 1);
        });
    }

    [Fact]
    public async Task A_function_is_not_applied_to_what_is_unknown()
    {
        var ran = false;
        var result = OutputUtilities.CreateUnknown(1).Apply(_ => ran = true);
        Assert.False(await OutputUtilities.GetIsKnownAsync(result));
        Assert.False(ran);
    }

    [Fact]
    public async Task Making_secret_and_unmaking_it_leave_the_original()
    {
        var plain = Output.Create(1);
        var secret = Output.CreateSecret(plain);
        var open = Output.Unsecret(secret);
        Assert.False(await Output.IsSecretAsync(plain));
        Assert.True(await Output.IsSecretAsync(secret));
        Assert.False(await Output.IsSecretAsync(open));
        Assert.Equal(1, await OutputUtilities.GetValueAsync(open));
    }

    [Fact]
    public async Task A_task_is_awaited_and_its_failure_is_the_output_s()
    {
        Assert.Equal(3, await OutputUtilities.GetValueAsync(Output.Create(Task.FromResult(1)).Apply(value => Task.FromResult(value + 2))));
        var failed = Output.Create(Task.FromException<int>(new InvalidOperationException("no")));
        await Assert.ThrowsAsync<InvalidOperationException>(() => OutputUtilities.GetValueAsync(failed.Apply(value => value + 1)));
    }

    [Fact]
    public void An_output_as_text_says_what_to_do_instead()
    {
        Assert.Contains("Output.Format", Output.Create("x").ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("secret word", Output.CreateSecret("secret word").ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_text_becomes_an_object_and_keeps_what_is_known_about_it()
    {
        var read = Output.JsonDeserialize<Dictionary<string, int>>(Output.CreateSecret("{\"a\":1}"));
        Assert.Equal(1, (await OutputUtilities.GetValueAsync(read))["a"]);
        Assert.True(await Output.IsSecretAsync(read));
        Assert.False(await OutputUtilities.GetIsKnownAsync(Output.JsonDeserialize<int>(OutputUtilities.CreateUnknown("1"))));
    }

    [Fact]
    public async Task Json_waits_for_an_output_that_comes_later()
    {
        var later = new TaskCompletionSource<string>();
        var text = Output.JsonSerialize(Output.Create(new Dictionary<string, object> { ["host"] = Output.Create(later.Task), ["port"] = 443 }));
        later.SetResult("a.example");
        Assert.Equal("{\"host\":\"a.example\",\"port\":443}", await OutputUtilities.GetValueAsync(text));
    }

    private sealed record Part(int Value, bool IsKnown, bool IsSecret, int Resource)
    {
        public Output<int> ToOutput(Resource[] resources)
        {
            var output = IsKnown ? Output.Create(Value) : OutputUtilities.CreateUnknown(Value);
            output = IsSecret ? Output.CreateSecret(output) : output;
            return Resource >= 0 ? OutputUtilities.WithDependency(output, resources[Resource]) : output;
        }
    }
}
