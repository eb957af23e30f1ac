using OvhIplb.Provider.Certificates.Free;
using OvhIplb.Provider.Dns;
using OvhIplb.Provider.Framework.Resources;
using OvhIplb.Provider.Framework.Schema;
using OvhIplb.Provider.Ownership;
using OvhIplb.Provider.Process;
using OvhIplb.Provider.Tests.LoadBalancers;
using CertificateProperties = OvhIplb.Provider.Certificates.Shared.CertificateSchema;

namespace OvhIplb.Provider.Tests.FreeCertificates;

public sealed class OrderingTests : IDisposable
{
    private static readonly PropertyBag Inputs = PropertyBag.Empty
        .With(FreeCertificateSchema.ServiceName, FakeApi.Service)
        .With(FreeCertificateSchema.Fqdns, ["a.example"]);

    private readonly FakeApi _api = Certificates.Known(new FakeApi());

    private readonly DateTimeOffset _start;

    public OrderingTests() => _start = _api.Time.GetUtcNow();

    public void Dispose() => _api.Dispose();

    [Fact]
    public async Task An_order_that_lives_is_followed_however_long_it_takes_and_never_made_again()
    {
        var until = _api.Time.GetUtcNow().AddMinutes(8);
        bool IsDone() => _api.Time.GetUtcNow() >= until;
        _api
            .OnService("GET", "/task?action=orderFreeCertificate&status=doing", () => IsDone() ? "[]" : "[7]")
            .OnService("GET", "/task/7", () => $$"""{"id":7,"status":"{{(IsDone() ? "done" : "doing")}}"}""")
            .OnService("GET", "/ssl?type=built", () => IsDone() ? "[5]" : "[]");

        var state = await ObtainAsync(Inputs
            .With(FreeCertificateSchema.Phase, FreeCertificatePhases.Ordering).With(Origin.Property, Origin
                .Created).With(FreeCertificateSchema.TaskId, "7"));

        Assert.Empty(_api.Writes);
        Assert.Equal(5, state.Get(CertificateProperties.CertificateId));
    }

    [Fact]
    public async Task What_another_resource_ordered_meanwhile_is_not_taken()
    {
        var looks = 0;
        Order();
        _api.OnService("GET", "/ssl?type=built", () => looks++ == 0 ? "[]" : "[5,6]");
        Assert.Equal(5, (await ObtainAsync(before: null)).Get(CertificateProperties.CertificateId));
    }

    /// <summary>Somebody else's certificate that holds our name too may be listed before ours.</summary>
    [Fact]
    public async Task What_holds_more_names_is_only_taken_where_nothing_fits_however_long_it_is_waited_for()
    {
        var looks = 0;
        Order();
        _api.OnService("GET", "/ssl?type=built", () => looks++ switch { 0 => "[]", < 3 => "[6]", _ => "[6,5]" });
        Assert.Equal(5, (await ObtainAsync(before: null)).Get(CertificateProperties.CertificateId));

        _api.OnService("GET", "/ssl?type=built", () => looks++ < 8 ? "[]" : "[6]");
        Assert.Equal(6, (await ObtainAsync(before: null)).Get(CertificateProperties.CertificateId));
    }

    [Fact]
    public async Task A_delivery_that_is_not_routed_is_kept_and_is_no_success()
    {
        var looks = 0;
        Order();
        _api
            .OnService("GET", "/ssl?type=built", "[]")
            .OnService("GET", "/ssl?type=built_not_routed", () => looks++ == 0 ? "[]" : "[9]")
            .OnService("GET", "/ssl/9", """{"id":9,"type":"built_not_routed","san":["a.example"],"expireDate":"2026-08-01T00:00:00Z"}""");
        var unfinished = await Assert.ThrowsAsync<ResourceInitializationException>(() => ObtainAsync(before: null));
        Assert.Equal(FreeCertificatePhases.Unrouted, unfinished.State.State.Get(FreeCertificateSchema.Phase));
        Assert.Equal(9, unfinished.State.State.Get(CertificateProperties.CertificateId));
        Assert.Equal(Origin.Created, unfinished.State.State.Get(Origin.Property));
    }

    [Fact]
    public async Task A_certificate_that_is_listed_late_is_waited_for()
    {
        var looks = 0;
        Order();
        _api.OnService("GET", "/ssl?type=built", () => looks++ < 4 ? "[]" : "[5]");
        Assert.Equal(5, (await ObtainAsync(before: null)).Get(CertificateProperties.CertificateId));
        Assert.Single(_api.Writes);
    }

    [Fact]
    public async Task Two_resources_that_want_the_same_names_order_once()
    {
        // What is ordered is listed nowhere before it is delivered, so only the turns that the two take keep the second from ordering too.
        TimeSpan? ordered = null;
        bool IsDone() => Elapsed >= ordered + TimeSpan.FromMinutes(20);
        _api.Names.On("a.example", () => new NameRecords([Elapsed < TimeSpan.FromMinutes(1) ? FakeNames.Elsewhere : FakeNames.Here]));
        _api
            .OnService("POST", "/freeCertificate", () =>
            {
                ordered ??= Elapsed;
                return """{"id":8,"status":"doing"}""";
            })
            .OnService("GET", "/task/8", () => $$"""{"id":8,"status":"{{(IsDone() ? "done" : "doing")}}"}""")
            .OnService("GET", "/ssl?type=built", () => IsDone() ? "[5]" : "[]");

        var states = await _api.PassTimeAsync(Task.WhenAll(ObtainingAsync(["a.example"]), ObtainingAsync(["A.example."])));

        Assert.Single(_api.Writes);
        Assert.All(states, static state => Assert.Equal(5, state.Get(CertificateProperties.CertificateId)));
        Assert.Equal(
            [Origin.Adopted, Origin.Created],
            states.Select(static state => state.Get(Origin.Property)).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("[6,5]", "[6,5]")]
    [InlineData("[5,6]", "[5,6]")]
    [InlineData("[6]", "[6,5]")]
    [InlineData("[5]", "[5,6]")]
    public async Task Overlapping_sets_ordered_at_once_each_get_their_own_certificate_whichever_is_listed_first(string first, string then)
    {
        var delivered = TimeSpan.FromMinutes(1);
        HashSet<int> followed = [];
        var areBothFollowed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        string OrderOf(int id)
        {
            if (followed.Add(id) && followed.Count == 2)
            {
                areBothFollowed.SetResult();
            }

            return $$"""{"id":{{id}},"status":"{{(Elapsed < delivered ? "doing" : "done")}}"}""";
        }

        _api
            .OnService("POST", "/freeCertificate", static names =>
                names.Contains("www.a.example", StringComparison.Ordinal)
                    ? """{"id":16,"status":"doing"}"""
                    : """{"id":15,"status":"doing"}""")
            .OnService("GET", "/task/15", () => OrderOf(15))
            .OnService("GET", "/task/16", () => OrderOf(16))
            .OnService(
                "GET",
                "/ssl?type=built",
                () => Elapsed < delivered ? "[]" : Elapsed < delivered + TimeSpan.FromSeconds(20) ? first : then);

        // The clock waits for one of them only, so none of its time passes before both are that far.
        var obtaining = Task.WhenAll(ObtainingAsync(["a.example"]), ObtainingAsync(["a.example", "www.a.example"]));
        await areBothFollowed.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        var states = await _api.PassTimeAsync(obtaining);

        Assert.Equal([5, 6], states.Select(static state => state.Get(CertificateProperties.CertificateId)));
        Assert.Equal(["15", "16"], states.Select(static state => state.Get(FreeCertificateSchema.TaskId)));
        Assert.Equal(2, _api.Writes.Count);
    }

    [Fact]
    public async Task Of_several_live_certificates_for_the_names_the_one_that_expires_last_is_adopted()
    {
        _api
            .OnService("GET", "/ssl?type=built", "[5,3,6,9]")
            .OnService("GET", "/ssl?type=built_not_routed", "[11]")
            .OnService("GET", "/ssl/3", """{"id":3,"type":"built","san":["A.example"],"expireDate":"2026-08-20T00:00:00Z"}""")
            .OnService("GET", "/ssl/9", """{"id":9,"type":"built","san":["a.example"],"expireDate":"2026-07-15T00:00:00Z"}""")
            .OnService("GET", "/ssl/11", """{"id":11,"type":"built_not_routed","san":["a.example"],"expireDate":"2026-10-01T00:00:00Z"}""");
        var state = await ObtainAsync(before: null);
        Assert.Equal((3, Origin.Adopted), (state.Get(CertificateProperties.CertificateId), state.Get(Origin.Property)));
        Assert.Empty(_api.Writes);
    }

    [Theory]
    [InlineData("""[{"zone":"gra","number":1}]""", true, true)]
    [InlineData("""[{"zone":"gra","number":1}]""", false, false)]
    [InlineData("""[{"zone":"gra","number":0}]""", true, false)]
    [InlineData("[]", true, false)]
    public async Task What_is_delivered_is_refreshed_only_where_something_is_pending_and_wanted(
        string pending,
        bool autoRefresh,
        bool refreshes)
    {
        var looks = 0;
        Order();
        _api
            .OnService("GET", "/ssl?type=built", () => looks++ == 0 ? "[]" : "[5]")
            .OnService("GET", "/pendingChanges", pending)
            .OnService("GET", "/task?action=refreshIplb&status=doing", "[]")
            .OnService("GET", "/task?action=refreshIplb&status=todo", "[]")
            .OnService("POST", "/refresh", """{"id":10,"status":"done"}""");
        var state = await ObtainAsync(before: null, Inputs.With(CertificateProperties.AutoRefresh, autoRefresh));
        Assert.Equal(FreeCertificatePhases.Live, state.Get(FreeCertificateSchema.Phase));
        Assert.Equal(
            (string[])["/freeCertificate", .. refreshes ? (string[])["/refresh"] : []],
            _api.Writes.Select(static call => call[call.LastIndexOf('/')..]));
    }

    private TimeSpan Elapsed => _api.Time.GetUtcNow() - _start;

    private void Order() => _api.OnService("POST", "/freeCertificate", """{"id":8,"status":"done"}""");

    private Task<PropertyBag> ObtainAsync(PropertyBag? before) => ObtainAsync(before, Inputs);

    private Task<PropertyBag> ObtainAsync(PropertyBag? before, PropertyBag inputs) => _api.PassTimeAsync(ObtainingAsync(before, inputs));

    private Task<PropertyBag> ObtainingAsync(string[] names)
        => ObtainingAsync(before: null, Inputs.With(FreeCertificateSchema.Fqdns, [.. names]));

    private async Task<PropertyBag> ObtainingAsync(PropertyBag? before, PropertyBag inputs)
    {
        using var deadline = Deadline.In(TimeSpan.FromMinutes(60), _api.Time, TestContext.Current.CancellationToken);
        var id = FreeCertificateId.Of(FakeApi.Service, inputs.Get(FreeCertificateSchema.Fqdns));
        return await new FreeCertificateCreate(_api.Session, id, inputs, new RecordingLog(), deadline).ObtainAsync(before);
    }
}
