using CsCheck;
using Google.Protobuf.WellKnownTypes;
using OvhIplb.Provider.Framework.Resources;
using OvhIplb.Provider.Framework.Schema;
using OvhIplb.Provider.Framework.Values;
using Pulumirpc;

namespace OvhIplb.Provider.Tests.Arbitrary;

/// <summary>Whatever a program, an older plugin or a hand in the state file has left: Check and Diff answer.</summary>
public sealed class ResourceTests : IAsyncDisposable
{
    private const long Samples = 2000;

    private readonly Plugin _plugin = new();

    public static TheoryData<string> Types
    {
        get
        {
            using var package = Plugin.New();
            return [.. package.Resources.Select(static resource => resource.Declaration.Name)];
        }
    }

    public ValueTask DisposeAsync() => _plugin.DisposeAsync();

    [Theory]
    [MemberData(nameof(Types))]
    public void Check_answers_to_anything(string type) => Gen.Select(Inputs(type), Inputs(type)).Sample(
        (news, olds) => AssertEchoed(news, _plugin.Check(type, news, olds).Inputs), iter: Samples);

    [Theory]
    [MemberData(nameof(Types))]
    public void Diff_answers_to_anything(string type) => Gen.Select(State(type), Inputs(type), Inputs(type)).Sample(
        (state, olds, news) => Assert.True(_plugin.Diff(type, Id(type), state, olds, news).HasDetailedDiff), iter: Samples);

    [Theory]
    [MemberData(nameof(Types))]
    public void Nothing_differs_from_itself(string type)
    {
        var accepted = 0;
        Inputs(type).Sample(
            inputs =>
            {
                if (_plugin.Check(type, inputs).Failures.Count == 0)
                {
                    Interlocked.Increment(ref accepted);
                    var diff = _plugin.Diff(type, Plugin.IdOf(type, inputs), Live(inputs), inputs, inputs.Clone());
                    Assert.Equal(DiffResponse.Types.DiffChanges.DiffNone, diff.Changes);
                    Assert.Empty(diff.DetailedDiff);
                }
            },
            iter: Samples);
        Assert.InRange(accepted, 20, Samples);
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void A_replacement_names_an_input_that_changed_or_contradicts_the_id(string type)
    {
        var replaced = 0;
        var identity = _plugin.Find(type).Identity(Id(type));
        var declaration = Declaration(type);
        Gen.Select(State(type), Inputs(type), Inputs(type)).Sample(
            (state, olds, news) =>
            {
                var diff = _plugin.Diff(type, Id(type), state, olds, news);
                string[] causes = [.. diff.DetailedDiff.Where(static entry => IsReplace(entry.Value.Kind))
                    .Select(static entry => PropertyPath.Top(entry.Key))
                    .Distinct()];
                Interlocked.Add(ref replaced, causes.Length);
                Assert.Equal(diff.Replaces.Order(StringComparer.Ordinal), causes.Order(StringComparer.Ordinal));
                Assert.All(causes, cause =>
                {
                    var declared = declaration.Inputs.Single(input => input.Name == cause);
                    Assert.True(declared.ReplaceOnChange);
                    var contradicts = identity.Has(declared)
                        && DeclaredValueDiff.Run(declared, identity[cause], new PropertyBag(ValueDecoder.Decode(news))[cause]).Any();
                    Assert.Equal(identity.Has(declared), contradicts);
                    Assert.True(contradicts || !Equals(olds.Fields.GetValueOrDefault(cause), news.Fields.GetValueOrDefault(cause)));
                });
            },
            iter: Samples);
        Assert.InRange(replaced, 20, long.MaxValue);
    }

    /// <summary>As it was given, but that a text may come back as a secret.</summary>
    private static void AssertEchoed(Struct given, Struct answered)
    {
        Assert.Equal(given.Fields.Keys, answered.Fields.Keys);
        Assert.All(given.Fields, member =>
        {
            var answer = answered.Fields[member.Key];
            var isMarked = member.Value.KindCase == Value.KindOneofCase.StringValue && answer.KindCase == Value.KindOneofCase.StructValue;
            Assert.Equal(member.Value, isMarked ? answer.StructValue.Fields["value"] : answer);
        });
    }

    private static bool IsReplace(PropertyDiff.Types.Kind kind) =>
        kind is PropertyDiff.Types.Kind.AddReplace or PropertyDiff.Types.Kind.DeleteReplace or PropertyDiff.Types.Kind.UpdateReplace;

    private static Struct Live(Struct inputs)
    {
        var state = inputs.Clone();
        state.Fields["phase"] = Value.ForString("live");
        return state;
    }

    /// <summary>Ids are ours, and never odd.</summary>
    private static string Id(string type) => type switch
    {
        "FailoverAttachment" => "lb-1/192.0.2.10/32",
        "FreeCertificate" => "lb-1/www.example.com",
        "CustomCertificate" => "lb-1/5",
        _ => "lb-1",
    };

    private ResourceDeclaration Declaration(string type) => _plugin.Declarations.Single(declaration => declaration.Name == type);

    private Gen<Struct> Inputs(string type) => WireValues.BagOf(Declaration(type).Inputs);

    private Gen<Struct> State(string type) => WireValues.BagOf(Declaration(type).State);
}
