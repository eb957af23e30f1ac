using OvhIplb.Provider.Certificates.Free;
using OvhIplb.Provider.Dns;
using OvhIplb.Provider.Framework.Resources;
using OvhIplb.Provider.Framework.Schema;
using OvhIplb.Provider.Ownership;
using OvhIplb.Provider.Process;
using OvhIplb.Provider.Tests.LoadBalancers;
using CertificateProperties = OvhIplb.Provider.Certificates.Shared.CertificateSchema;

namespace OvhIplb.Provider.Tests.FreeCertificates;

public sealed class WaitingTests : IDisposable
{
    private const string RunningOrders = "/task?action=orderFreeCertificate&status=doing";

    private const string Astray = "a.example A is 192.0.2.200, and should be 203.0.113.10 or a failover IP (192.0.2.10)";

    private static readonly PropertyBag Inputs = PropertyBag.Empty
        .With(FreeCertificateSchema.ServiceName, FakeApi.Service)
        .With(FreeCertificateSchema.Fqdns, ["a.example"]);

    private readonly FakeApi _api = Certificates.Known(new FakeApi());

    private readonly RecordingLog _log = new();

    private readonly DateTimeOffset _start;

    private TimeSpan? _ordered;

    public WaitingTests()
    {
        _start = _api.Time.GetUtcNow();
        _api
            .OnService("GET", "/ssl?type=built", () => _ordered is null ? "[]" : "[5]")
            .OnService("POST", "/freeCertificate", () =>
            {
                Assert.Null(_ordered);
                _ordered = Elapsed;
                return """{"id":8,"status":"done"}""";
            });
    }

    private TimeSpan Elapsed => _api.Time.GetUtcNow() - _start;

    public void Dispose() => _api.Dispose();

    [Fact]
    public async Task An_order_is_sent_once_the_names_point_there_and_never_before()
    {
        _api.Names.On("a.example", () => new NameRecords([Elapsed < TimeSpan.FromMinutes(2) ? FakeNames.Elsewhere : FakeNames.Here]));
        var state = await ObtainAsync();
        AssertOrdered(TimeSpan.FromMinutes(2));
        Assert.Equal(5, state.Get(CertificateProperties.CertificateId));
        Assert.Equal($"the order of a certificate for a.example waits for DNS: {Astray}.", Assert.Single(_log.Warnings));
        Assert.Contains($"waiting for DNS, 0 s of 5 min: {Astray}", _log.Statuses);
        Assert.Contains($"waiting for DNS, 55 s of 5 min: {Astray}", _log.Statuses);
        Assert.Contains(
            $"waiting for DNS, 1 min of 5 min: {Astray}. This certificate holds one of the engine's parallel slots, and a record that the "
                + $"same program makes may "
            + "be waiting for one: let the certificate depend on its records (`dependsOn`), or allow more operations at once "
            + "(`--parallel`)",
            _log.Statuses);
    }

    [Fact]
    public async Task Names_that_point_there_are_not_waited_for()
    {
        await ObtainAsync();
        AssertOrdered(TimeSpan.Zero);
        Assert.Empty(_log.Warnings);
    }

    [Fact]
    public async Task Names_that_never_do_are_told_after_half_of_the_time_and_nothing_is_ordered()
    {
        _api.Names.On("a.example", "192.0.2.200").On("b.example");
        var failure = await Assert.ThrowsAsync<OperationException>(
            () => ObtainAsync(Inputs.With(FreeCertificateSchema.Fqdns, ["b.example", "a.example"])));
        Assert.Equal(
            $"the names of the certificate do not all point to {FakeApi.Service} after 5 min: {Astray}; b.example has no A or AAAA "
                + $"record, and should have A 203.0.113.10 or a "
            + "failover IP (192.0.2.10), with or without AAAA 2001:db8::10. Nothing was ordered. Correct the records, then run `pulumi "
            + "up` again; more time comes with "
            + "`customTimeouts` (half of it is for DNS), and `waitForDns: false` orders at once. While it waited, the certificate held one "
            + "of the engine's parallel slots; where the same program makes the records, let the certificate depend on its records "
            + "(`dependsOn`), or allow more operations at "
            + "once (`--parallel`).",
            failure.Message);
        Assert.InRange(Elapsed, TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(5.5));
        Assert.Empty(_api.Writes);
    }

    [Fact]
    public async Task Where_nothing_is_to_be_waited_for_no_name_is_asked_about()
    {
        _api.Names.On("a.example", "192.0.2.200");
        await ObtainAsync(Inputs.With(FreeCertificateSchema.WaitForDns, false));
        AssertOrdered(TimeSpan.Zero);
        Assert.Empty(_api.Names.Asked);
    }

    [Fact]
    public async Task A_resolver_that_is_down_is_waited_out()
    {
        _api.Names.On("a.example", () => Elapsed < TimeSpan.FromMinutes(1)
            ? NameRecords.Unknown("192.0.2.53:53 answered ServerFailure")
            : new NameRecords([FakeNames.Here]));
        await ObtainAsync();
        AssertOrdered(TimeSpan.FromMinutes(1));
        Assert.Contains(
            "a.example could not be resolved: 192.0.2.53:53 answered ServerFailure",
            Assert.Single(_log.Warnings),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_arrived_while_the_names_were_waited_for_is_used_and_nothing_ordered()
    {
        bool IsThere() => Elapsed >= TimeSpan.FromMinutes(1);
        _api.OnService("GET", "/ssl?type=built", () => IsThere() ? "[5]" : "[]");
        _api.Names.On("a.example", () => new NameRecords([IsThere() ? FakeNames.Here : FakeNames.Elsewhere]));
        Assert.Equal(Origin.Adopted, (await ObtainAsync()).Get(Origin.Property));
        Assert.Empty(_api.Writes);
    }

    [Fact]
    public async Task An_order_of_another_process_is_waited_for_and_what_it_brings_is_used()
    {
        bool IsThere() => Elapsed >= TimeSpan.FromMinutes(2);
        _api
            .OnService("GET", RunningOrders, () => IsThere() ? "[]" : "[9]")
            .OnService("GET", "/ssl?type=built", () => IsThere() ? "[5]" : "[]");
        Assert.Equal(5, (await ObtainAsync()).Get(CertificateProperties.CertificateId));
        Assert.Contains("waiting for certificate order 9 that may be for these names, 1 min", _log.Statuses);
        Assert.Empty(_api.Writes);
        Assert.Empty(_log.Warnings);
    }

    [Fact]
    public async Task An_order_of_another_process_is_waited_for_no_longer_than_five_minutes()
    {
        _api.OnService("GET", RunningOrders, "[9]");
        await ObtainAsync();
        AssertOrdered(TimeSpan.FromMinutes(5));
        Assert.Equal(
            $"another certificate order of {FakeApi.Service} still runs after 5 min; it may be for these names too.", Assert.Single(
                _log.Warnings));
    }

    [Fact]
    public async Task An_order_that_is_known_to_be_for_other_names_is_not_waited_for()
    {
        _api.OnService("GET", RunningOrders, "[9]").Session.CertificateOrders.Add(FakeApi.Service, 9, ["a.example", "www.a.example"]);
        await ObtainAsync();
        AssertOrdered(TimeSpan.Zero);
    }

    [Fact]
    public async Task An_order_that_is_known_to_be_for_these_names_is_followed_in_place_of_another()
    {
        bool IsDone() => Elapsed >= TimeSpan.FromMinutes(8);
        _api
            .OnService("GET", RunningOrders, () => IsDone() ? "[]" : "[9]")
            .OnService("GET", "/task/9", () => $$"""{"id":9,"status":"{{(IsDone() ? "done" : "doing")}}"}""")
            .OnService("GET", "/ssl?type=built", () => IsDone() ? "[5]" : "[]")
            .Session.CertificateOrders.Add(FakeApi.Service, 9, ["a.example"]);
        var state = await ObtainAsync();
        Assert.Equal((5, "9"), (state.Get(CertificateProperties.CertificateId), state.Get(FreeCertificateSchema.TaskId)));
        Assert.Empty(_api.Writes);
    }

    /// <summary>Looks are five seconds apart, and the clock may run ahead a little.</summary>
    private void AssertOrdered(TimeSpan after) => Assert.InRange(Assert.NotNull(_ordered), after, after + TimeSpan.FromSeconds(30));

    private Task<PropertyBag> ObtainAsync() => ObtainAsync(Inputs);

    private async Task<PropertyBag> ObtainAsync(PropertyBag inputs)
    {
        using var deadline = Deadline.In(TimeSpan.FromMinutes(10), _api.Time, TestContext.Current.CancellationToken);
        var id = FreeCertificateId.Of(FakeApi.Service, inputs.Get(FreeCertificateSchema.Fqdns));
        return await _api.PassTimeAsync(new FreeCertificateCreate(_api.Session, id, inputs, _log, deadline).ObtainAsync(before: null));
    }
}
