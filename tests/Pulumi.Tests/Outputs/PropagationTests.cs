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
            (text, output) => Output.Tuple(text, output)
                .Apply(both => both.Item1.Length == 0 ? $"{both.Item2}" : $"{both.Item1},{both.Item2}")),
        ["Apply to an output"] = outputs => outputs.Skip(1).Aggregate(
            outputs[0].Apply(value => $"{value}"), (text, output) => text.Apply(before => output.Apply(value => $"{before},{value}"))),
        ["Apply to an input"] = outputs => outputs.Skip(1).Aggregate(
            outputs[0].Apply(value => $"{value}"), (text, output) => text.Apply(
                before => (Input<string>)output.Apply(value => $"{before},{value}"))),
        ["Format"] = outputs => outputs.Skip(1)
            .Aggregate(Output.Format($"{outputs[0]}"), (text, output) => Output.Format($"{text},{output}")),
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
                        ? parts.TakeWhile((_, index) => index == 0 || parts[index - 1].IsKnown && parts.Take(index).All(one => one.IsKnown))
                            .ToArray()
                        : parts;
                    // Of an unknown part of what becomes JSON it is not asked whether it is secret.
                    var asked = combination.StartsWith("Json", StringComparison.Ordinal) ? seen.Where(part => part.IsKnown) : seen;
                    Assert.Equal(asked.Any(part => part.IsSecret), await Output.IsSecretAsync(combined));
                    Assert.Equivalent(
                        seen.Where(part => part.Resource >= 0).Select(part => resources[part.Resource]).Distinct()
                            .Select(one => one.GetResourceName())
                            .Order(),
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
    public Task An_output_as_text_says_what_to_do_instead() => Deployment.TestAsync(new Mocks(), new TestOptions(), () =>
    {
        Assert.Contains("Output.Format", Output.Create("x").ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("secret word", Output.CreateSecret("secret word").ToString(), StringComparison.Ordinal);
    });

    [Fact]
    public void An_output_has_no_text_outside_a_run()
        => Assert.Throws<InvalidOperationException>(() => Output.Create("x").ToString());

    [Fact]
    public async Task The_value_of_what_is_unknown_is_the_default()
    {
        Assert.Equal(0, await OutputUtilities.GetValueAsync(OutputUtilities.CreateUnknown(1)));
        Assert.Null(await OutputUtilities.GetValueAsync(Output.CreateSecret(OutputUtilities.CreateUnknown("x"))));
    }

    [Fact]
    public Task What_makes_an_unknown_value_is_not_asked() => Deployment.TestAsync(new Mocks(), new TestOptions(), async () =>
    {
        var asked = false;
        var unknown = OutputUtilities.CreateUnknown(() =>
        {
            asked = true;
            return Task.FromResult(1);
        });
        Assert.False(await OutputUtilities.GetIsKnownAsync(unknown));
        Assert.Equal(0, await OutputUtilities.GetValueAsync(unknown));
        Assert.False(asked);
    });

    [Fact]
    public async Task A_function_that_answers_no_output_gives_the_default()
    {
        Assert.Equal(0, await OutputUtilities.GetValueAsync(Output.CreateSecret("x").Apply(_ => (Output<int>?)null)));
        Assert.Null(await OutputUtilities.GetValueAsync(Output.Create("x").Apply(_ => (Input<string>?)null)));
    }

    [Fact]
    public void What_is_null_is_refused_at_once()
    {
        Assert.Throws<ArgumentNullException>(() => Output.Create((Task<int>)null!));
        Assert.Throws<ArgumentNullException>(() => Output.CreateSecret((Output<int>)null!));
        Assert.Throws<ArgumentNullException>(() => Output.JsonSerialize((Output<int>)null!));
        Assert.Throws<ArgumentNullException>(() => Output.JsonDeserialize<int>(null!));
        Assert.Throws<ArgumentNullException>(() => OutputUtilities.WithDependency((Output<int>)null!, null!));
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
