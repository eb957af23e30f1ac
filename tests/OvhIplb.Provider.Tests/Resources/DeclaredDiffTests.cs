using System.Collections.Immutable;
using CsCheck;
using OvhIplb.Provider.Framework.Resources;
using OvhIplb.Provider.Framework.Schema;
using OvhIplb.Provider.Framework.Values;
using OvhIplb.Provider.Tests.Rpc;
using OvhIplb.Provider.Tests.Values;

namespace OvhIplb.Provider.Tests.Resources;

public sealed class DeclaredDiffTests
{
    private static readonly ImmutableArray<Property> Inputs = new FakeResource().Declaration.Inputs;

    private static readonly PropertyBag Base = PropertyBag.Empty
        .With(FakeResource.Service, "lb-1")
        .With(FakeResource.Names, ["a.example", "b.example"]);

    private static readonly Gen<string[]> SomeNames = Gen.OneOf("a", "b", "c", "d", "A", "b.", "C.").Array[0, 6];

    [Fact]
    public void Nothing_differs_from_itself() => Generate.Object.Sample(static value =>
        Run(new(value), new(value)).IsEmpty);

    [Fact]
    public void Any_three_bags_can_be_compared() => Gen.Select(Generate.Object, Generate.Object, Generate.Object).Sample(static (a, b, c) =>
        !DeclaredDiff.Run(Inputs, new(a), new(b), new(c), IgnoredChanges.None).IsDefault);

    [Fact]
    public void Arbitrary_values_under_declared_names_can_be_compared() =>
        Gen.Select(Generate.Value.Array[8], Generate.Value.Array[8]).Sample(static (olds, news) =>
        {
            var old = Named(olds);
            return Run(old, old).IsEmpty && !Run(old, Named(news)).IsDefault;
        });

    [Fact]
    public void Sets_differ_exactly_when_their_members_do() => Gen.Select(SomeNames, SomeNames).Sample(static (old, now) =>
    {
        var same = old.Select(static name => name.TrimEnd('.').ToLowerInvariant()).ToHashSet()
            .SetEquals(now.Select(static name => name.TrimEnd('.').ToLowerInvariant()));
        var differences = Run(Base.With(FakeResource.Names, [.. old]), Base.With(FakeResource.Names, [.. now]));
        return differences.IsEmpty == same;
    });

    [Fact]
    public void Each_path_of_a_changed_set_exists_on_the_side_it_speaks_of() => Gen.Select(SomeNames, SomeNames).Sample(static (old, now) =>
        Run(Base.With(FakeResource.Names, [.. old]), Base.With(FakeResource.Names, [.. now])).All(difference =>
        {
            var index = int.Parse(PropertyPath.Segments(difference.Path)[1], System.Globalization.CultureInfo.InvariantCulture);
            return (difference.Kind == DifferenceKind.Add || index < old.Length)
                && (difference.Kind == DifferenceKind.Delete || index < now.Length);
        }));

    [Fact]
    public void Secrecy_makes_no_difference() => Assert.Empty(Run(
        Base.With(FakeResource.Password, "p"),
        Base.WithRaw("password", new SecretValue(PropertyValue.From("p")))));

    [Fact]
    public void A_default_written_out_is_no_difference() => Assert.Empty(Run(Base, Base.With(FakeResource.Wait, true)));

    [Fact]
    public void An_empty_map_is_no_difference_to_none() => Assert.Empty(Run(Base, Base.With(FakeResource.Triggers, FakeTriggers.Of())));

    [Fact]
    public void Replacement_is_asked_for_where_declared() => Assert.Equal(
        [new PropertyDifference("serviceName", DifferenceKind.Update, Replace: true)],
        Run(Base, Base.With(FakeResource.Service, "lb-2")));

    [Fact]
    public void A_change_to_unknown_is_a_change() => Assert.Equal(
        [
            new PropertyDifference("serviceName", DifferenceKind.Update, Replace: true),
            new PropertyDifference("fqdns", DifferenceKind.Update, FromInputs: true),
        ],
        Run(Base, new(ObjectValue.Of(("serviceName", PropertyValue.Unknown), ("fqdns", PropertyValue.Unknown)))));

    [Fact]
    public void Elements_of_a_set_have_paths_on_their_own_side() => Assert.Equal(
        [
            new PropertyDifference("fqdns[0]", DifferenceKind.Delete, FromInputs: true),
            new PropertyDifference("fqdns[2]", DifferenceKind.Add, FromInputs: true),
        ],
        Run(Base.With(FakeResource.Names, ["a", "b", "c"]), Base.With(FakeResource.Names, ["c", "b", "d"])));

    [Fact]
    public void An_element_exchanged_in_its_place_is_an_update() => Assert.Equal(
        [new PropertyDifference("fqdns[1]", DifferenceKind.Update, FromInputs: true)],
        Run(Base.With(FakeResource.Names, ["a", "b"]), Base.With(FakeResource.Names, ["A.", "c"])));

    [Fact]
    public void Elements_of_a_list_are_compared_by_position() => Assert.Equal(
        [
            new PropertyDifference("steps[0]", DifferenceKind.Update, FromInputs: true),
            new PropertyDifference("steps[1]", DifferenceKind.Update, FromInputs: true),
            new PropertyDifference("steps[2]", DifferenceKind.Add, FromInputs: true),
        ],
        Run(Base.With(FakeResource.Steps, ["a", "b"]), Base.With(FakeResource.Steps, ["b", "a", "c"])));

    [Fact]
    public void Entries_of_a_map_have_paths_by_key() => Assert.Equal(
        [
            new PropertyDifference("triggers[\"a.b\"]", DifferenceKind.Add, FromInputs: true),
            new PropertyDifference("triggers.gone", DifferenceKind.Delete, FromInputs: true),
            new PropertyDifference("triggers.release", DifferenceKind.Update, FromInputs: true),
        ],
        Run(
            Base.With(FakeResource.Triggers, FakeTriggers.Of(("gone", "1"), ("kept", "1"), ("release", "1"))),
            Base.With(FakeResource.Triggers, FakeTriggers.Of(("kept", "1"), ("release", "2"), ("a.b", "1")))));

    [Fact]
    public void What_comes_and_goes_as_a_whole_is_named_as_a_whole() => Assert.Equal(
        [
            new PropertyDifference("steps", DifferenceKind.Add, FromInputs: true),
            new PropertyDifference("count", DifferenceKind.Delete),
        ],
        Run(Base.With(FakeResource.Count, 1), Base.With(FakeResource.Steps, ["a"])));

    [Fact]
    public void Drift_is_an_update_shown_from_the_state_even_where_a_change_would_replace() => Assert.Equal(
        [new PropertyDifference("serviceName"), new PropertyDifference("fqdns"), new PropertyDifference("waitForDns")],
        Run(Base, Base, Base.With(FakeResource.Service, "vps-9").With(FakeResource.Names, ["b.example"]).With(FakeResource.Wait, false)));

    [Fact]
    public void Another_spelling_in_the_state_is_no_drift() =>
        Assert.Empty(Run(Base, Base, Base.With(FakeResource.Names, ["B.EXAMPLE.", "a.example"])));

    [Fact]
    public void What_nobody_asked_for_does_not_drift() =>
        Assert.Empty(Run(Base, Base, Base.With(FakeResource.Count, 7)));

    [Theory]
    [InlineData("triggers")]
    [InlineData("triggers.release")]
    [InlineData("triggers[\"release\"]")]
    [InlineData("triggers.*")]
    [InlineData("*")]
    public void Ignored_changes_cover_what_is_below_them(string ignored)
    {
        var old = Base.With(FakeResource.Triggers, FakeTriggers.Of(("release", "1")));
        var now = Base.With(FakeResource.Triggers, FakeTriggers.Of(("release", "2")));

        Assert.Empty(DeclaredDiff.Run(Inputs, old, now, now, new([ignored])));
        Assert.Empty(DeclaredDiff.Run(Inputs, old, old, now, new([ignored])));
    }

    [Fact]
    public void What_is_beside_an_ignored_path_still_counts() => Assert.Equal(
        [new PropertyDifference("triggers.release", FromInputs: true)],
        DeclaredDiff.Run(
            Inputs,
            Base.With(FakeResource.Triggers, FakeTriggers.Of(("release", "1"), ("other", "1"))),
            Base.With(FakeResource.Triggers, FakeTriggers.Of(("release", "2"), ("other", "2"))),
            PropertyBag.Empty,
            new(["triggers.other", "serviceName.more"])));

    [Fact]
    public void Where_the_id_holds_a_property_only_what_contradicts_the_id_replaces()
    {
        var drifted = Base.With(FakeResource.Service, "vps-9");
        Assert.Equal([new PropertyDifference("serviceName")], RunIdentified(drifted, Base));
        Assert.Equal([new PropertyDifference("serviceName", Replace: true)], RunIdentified(Base, Base.With(FakeResource.Service, "lb-2")));
        Assert.Equal(
            [new PropertyDifference("serviceName", Replace: true)],
            RunIdentified(drifted, Base.With(FakeResource.Service, "lb-2")));
    }

    /// <summary>States of earlier versions hold such values.</summary>
    [Fact]
    public void What_no_api_call_returns_does_not_drift()
    {
        Property local = FakeResource.Wait with { Local = true };
        Assert.Empty(DeclaredDiff.Run([local], Base, Base, Base.With(FakeResource.Wait, false), IgnoredChanges.None));
    }

    [Fact]
    public void A_program_that_takes_drift_over_asks_for_another_object()
    {
        var drifted = Base.With(FakeResource.Service, "vps-9");
        Assert.Equal([new PropertyDifference("serviceName", Replace: true)], RunIdentified(drifted, drifted));
        Assert.Empty(RunIdentified(drifted, drifted, "serviceName"));
    }

    [Fact]
    public void An_unknown_is_only_a_replacement_where_it_is_a_change()
    {
        var unknown = Base.WithRaw("serviceName", PropertyValue.Unknown);
        Assert.Equal([new PropertyDifference("serviceName", Replace: true)], RunIdentified(Base, unknown));
        Assert.Empty(RunIdentified(unknown, unknown));
    }

    private static ImmutableArray<PropertyDifference> RunIdentified(PropertyBag old, PropertyBag now, params string[] ignored)
        => DeclaredDiff.Run(
        Inputs, old, now, old, new(ignored), identity: PropertyBag.Empty.With(FakeResource.Service, "lb-1"));

    private static PropertyBag Named(PropertyValue[] values) =>
        new(ObjectValue.Of(Inputs.Zip(values).Select(static pair => (pair.First.Name, pair.Second))));

    private static ImmutableArray<PropertyDifference> Run(PropertyBag old, PropertyBag now, PropertyBag? state = null) =>
        DeclaredDiff.Run(Inputs, old, now, state ?? old, IgnoredChanges.None);
}
