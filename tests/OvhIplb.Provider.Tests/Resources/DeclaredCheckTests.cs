using CsCheck;
using OvhIplb.Provider.Framework.Resources;
using OvhIplb.Provider.Framework.Schema;
using OvhIplb.Provider.Framework.Values;
using OvhIplb.Provider.Tests.Rpc;
using OvhIplb.Provider.Tests.Values;

namespace OvhIplb.Provider.Tests.Resources;

public sealed class DeclaredCheckTests
{
    private static readonly ResourceDeclaration Thing = new FakeResource().Declaration;

    private static readonly PropertyBag Good = PropertyBag.Empty.With(FakeResource.Service, "lb-1").With(FakeResource.Names, ["a.example"]);

    [Fact]
    public void Good_inputs_pass() => Assert.Empty(Failures(Good
        .With(FakeResource.OnDelete, "retain")
        .With(FakeResource.Count, 3)
        .With(FakeResource.Triggers, FakeTriggers.Of(("release", "1")))));

    [Fact]
    public void Everything_that_is_wrong_is_said_at_once() => Assert.Equal(
        [
            ("fqdn", "unknown property 'fqdn'; did you mean 'fqdns'?"),
            ("serviceName", "'serviceName' is required but was not given"),
            ("fqdns[1]", "a name has no spaces"),
            ("fqdns[2]", "must be a string, not a number; write \"1\", with quotes"),
            ("triggers[\"a.b\"]", "must be a string, not a boolean; write \"true\", with quotes"),
            ("waitForDns", "must be true or false, not a string"),
            ("count", "must be a whole number (of at most 2^53)"),
            ("onDelete", "must be one of delete, retain"),
        ],
        Failures(new(ObjectValue.Of(
            ("fqdn", PropertyValue.From("x")),
            ("fqdns", PropertyValue.From([PropertyValue.From("ok"), PropertyValue.From("not ok"), PropertyValue.From(1)])),
            ("triggers", ObjectValue.Of(("a.b", PropertyValue.From(true)))),
            ("waitForDns", PropertyValue.From("true")),
            ("count", PropertyValue.From(1.5)),
            ("onDelete", PropertyValue.From("Retain"))))));

    [Theory]
    [InlineData("fqdn", "fqdns")]
    [InlineData("servicename", "serviceName")]
    [InlineData("tirggers", "triggers")]
    [InlineData("passwrod", "password")]
    [InlineData("waitFroDns", "waitForDns")]
    public void A_slip_is_answered_with_the_name_that_was_meant(string given, string meant)
    {
        var failure = Assert.Single(Failures(new(new ObjectValue(Good.Value.Members.Add(given, PropertyValue.From("x"))))));

        Assert.Equal((given, $"unknown property '{given}'; did you mean '{meant}'?"), failure);
    }

    [Fact]
    public void A_name_like_none_is_answered_with_all_that_are_known()
    {
        var failure = Assert.Single(Failures(new(new ObjectValue(Good.Value.Members.Add("zzzzzzzzzz", PropertyValue.From("x"))))));

        Assert.Contains("known are serviceName, fqdns", failure.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Unknowns_and_secrets_of_the_right_type_pass() => Assert.Empty(Failures(new(ObjectValue.Of(
        ("serviceName", PropertyValue.Unknown),
        ("fqdns", PropertyValue.From([PropertyValue.Unknown, new SecretValue(PropertyValue.From("a"))])),
        ("triggers", PropertyValue.Unknown),
        ("count", new OutputValue(null, false, []))))));

    [Fact]
    public void Names_of_the_engine_are_tolerated() =>
        Assert.Empty(Failures(new(new ObjectValue(Good.Value.Members.Add("__defaults", ArrayValue.Empty)))));

    [Fact]
    public void Only_what_is_well_formed_is_handed_on()
    {
        var failures = new CheckFailures();

        var handedOn = DeclaredCheck.Run(
            new(new ObjectValue(Good.Value.Members.Add("count", PropertyValue.From("three")))), Thing.Inputs, failures);

        Assert.False(handedOn.Has(FakeResource.Count));
        Assert.Equal("lb-1", handedOn.Get(FakeResource.Service));
    }

    [Fact]
    public void No_reason_quotes_a_value() => Assert.All(
        Failures(Good.With(FakeResource.OnDelete, "hunter2").WithRaw("count", PropertyValue.From("hunter2"))),
        static failure => Assert.DoesNotContain("hunter2", failure.Reason, StringComparison.Ordinal));

    [Fact]
    public void Any_bag_can_be_checked() => Generate.Object.Sample(static value =>
    {
        var failures = new CheckFailures();
        var wellFormed = DeclaredCheck.Run(new(value), Thing.Inputs, failures);
        // What was handed on must be readable.
        return Thing.Inputs.All(property => wellFormed.IsUnknown(property) || property.Name.Length > 0);
    });

    private static IEnumerable<(string Path, string Reason)> Failures(PropertyBag inputs)
    {
        var failures = new CheckFailures();
        DeclaredCheck.Run(inputs, Thing.Inputs, failures);
        return failures.All.Select(static failure => (failure.Path, failure.Reason));
    }
}
