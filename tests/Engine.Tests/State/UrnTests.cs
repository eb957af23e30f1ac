using Engine.State;

namespace Engine.Tests.State;

public sealed class UrnTests
{
    private const string Stack = "urn:pulumi:dev::p::pulumi:pulumi:Stack::p-dev";

    [Fact]
    public void The_stack_is_not_part_of_the_types_below_it() =>
        Assert.Equal("urn:pulumi:dev::p::fake:index:Thing::a", Urn.Create("dev", "p", Stack, "fake:index:Thing", "a"));

    [Fact]
    public void Parents_types_are_part_of_a_childs()
    {
        var parent = Urn.Create("dev", "p", Stack, "my:Group", "g");
        var child = Urn.Create("dev", "p", parent, "fake:index:Thing", "a::b");

        Assert.Equal("urn:pulumi:dev::p::my:Group$fake:index:Thing::a::b", child);
        Assert.Equal(("fake:index:Thing", "a::b", "dev", "p"), (Urn.Type(child), Urn.Name(child), Urn.Stack(child), Urn.Project(child)));
    }

    [Fact]
    public void A_provider_reference_is_a_urn_and_an_id() => Assert.Equal(
        ("urn:pulumi:dev::p::pulumi:providers:fake::default_1_2_3", "id"),
        Urn.SplitReference("urn:pulumi:dev::p::pulumi:providers:fake::default_1_2_3::id"));
}
