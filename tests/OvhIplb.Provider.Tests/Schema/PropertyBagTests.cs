using CsCheck;
using OvhIplb.Provider.Framework.Schema;
using OvhIplb.Provider.Framework.Values;
using OvhIplb.Provider.Tests.Rpc;
using OvhIplb.Provider.Tests.Values;

namespace OvhIplb.Provider.Tests.Schema;

public sealed class PropertyBagTests
{
    [Fact]
    public void What_is_written_is_read_back()
    {
        var bag = PropertyBag.Empty
            .With(FakeResource.Service, "lb-1")
            .With(FakeResource.Names, ["a", "b"])
            .With(FakeResource.Triggers, new Dictionary<string, string> { ["k"] = "v" }.ToSorted())
            .With(FakeResource.Wait, false)
            .With(FakeResource.Count, 9007199254740991);

        Assert.Equal("lb-1", bag.Get(FakeResource.Service));
        Assert.Equal(["a", "b"], bag.Get(FakeResource.Names));
        Assert.Equal("v", bag.Get(FakeResource.Triggers)!["k"]);
        Assert.False(bag.Get(FakeResource.Wait));
        Assert.Equal(9007199254740991, bag.Get(FakeResource.Count));
    }

    [Fact]
    public void Absent_means_the_default_and_else_nothing()
    {
        Assert.True(PropertyBag.Empty.Get(FakeResource.Wait));
        Assert.False(PropertyBag.Empty.Has(FakeResource.Wait));
        Assert.Null(PropertyBag.Empty.Get(FakeResource.Service));
        Assert.Empty(PropertyBag.Empty.Get(FakeResource.Names));
        Assert.Equal(0, PropertyBag.Empty.Get(FakeResource.Count));
        Assert.True(PropertyBag.Empty.TryGet(FakeResource.Wait, out var wait) && wait);
        Assert.False(PropertyBag.Empty.TryGet(FakeResource.Count, out _));
        Assert.Throws<InvalidOperationException>(static () => PropertyBag.Empty.GetRequired(FakeResource.Service));
    }

    [Fact]
    public void Wrappers_are_looked_through_and_null_is_absent()
    {
        var bag = new PropertyBag(ObjectValue.Of(
            ("serviceName", new SecretValue(new OutputValue(PropertyValue.From("lb-1"), false, []))),
            ("fqdns", PropertyValue.From([new SecretValue(PropertyValue.From("a"))])),
            ("count", new SecretValue(PropertyValue.Null))));

        Assert.Equal("lb-1", bag.Get(FakeResource.Service));
        Assert.Equal(["a"], bag.Get(FakeResource.Names));
        Assert.False(bag.Has(FakeResource.Count));
    }

    [Fact]
    public void Unknowns_are_told_and_never_read()
    {
        var bag = new PropertyBag(ObjectValue.Of(
            ("serviceName", new OutputValue(null, true, [])), ("fqdns", PropertyValue.From([PropertyValue.Unknown]))));

        Assert.True(bag.HasUnknowns);
        Assert.True(bag.Has(FakeResource.Names) && bag.IsUnknown(FakeResource.Names) && bag.IsUnknown(FakeResource.Service));
        Assert.False(bag.TryGet(FakeResource.Service, out _));
        Assert.Throws<InvalidOperationException>(() => bag.Get(FakeResource.Names));
    }

    [Fact]
    public void What_is_of_another_type_is_not_there_to_be_read()
    {
        var bag = new PropertyBag(
            ObjectValue.Of(("serviceName", PropertyValue.From(7)), ("fqdns", PropertyValue.From([PropertyValue.From(true)]))));

        Assert.False(bag.TryGet(FakeResource.Service, out _));
        Assert.False(bag.TryGet(FakeResource.Names, out _));
        Assert.Throws<InvalidOperationException>(() => bag.Get(FakeResource.Names));
    }

    [Fact]
    public void A_part_of_another_bag_is_taken_over_as_it_is()
    {
        var from = new PropertyBag(ObjectValue.Of(("serviceName", PropertyValue.Unknown)));
        var bag = PropertyBag.Empty.With(FakeResource.Count, 1).With(FakeResource.Names, ["a"])
            .WithFrom(from, FakeResource.Service, FakeResource.Count);

        Assert.True(bag.IsUnknown(FakeResource.Service));
        Assert.False(bag.Has(FakeResource.Count));
        Assert.Equal(["a"], bag.Get(FakeResource.Names));
    }

    [Fact]
    public void Marking_wraps_exactly_what_is_declared_secret() => Generate.Value.Sample(static value =>
    {
        var marked = SecretMarking.Mark(
            PropertyBag.Empty.WithRaw("password", value).WithRaw("serviceName", PropertyValue.From("lb-1")),
            new FakeResource().Declaration.State);
        return PropertyValueComparer.Instance.Equals(marked.Members["password"], value)
            && (value.Unwrapped is NullValue or UnknownValue || marked.Members["password"].HasSecrets)
            && !marked.Members["serviceName"].HasSecrets;
    });
}
