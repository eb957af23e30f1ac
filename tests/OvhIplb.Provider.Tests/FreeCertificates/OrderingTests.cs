using OvhIplb.Provider.FreeCertificates;
using OvhIplb.Provider.LoadBalancers;
using OvhIplb.Provider.Schema;
using OvhIplb.Provider.Tests.LoadBalancers;
using CertificateProperties = OvhIplb.Provider.Certificates.Properties;

namespace OvhIplb.Provider.Tests.FreeCertificates;

public sealed class OrderingTests : IDisposable
{
    private static readonly PropertyBag Inputs = PropertyBag.Empty
        .With(Properties.ServiceName, FakeApi.Service)
        .With(Properties.Fqdns, ["a.example"]);

    private readonly FakeApi _api = Certificates.Known(new FakeApi());

    public void Dispose() => _api.Dispose();

    [Fact]
    public async Task An_order_that_lives_is_followed_however_long_it_takes_and_never_made_again()
    {
        DateTimeOffset until = _api.Time.GetUtcNow().AddMinutes(8);
        bool IsDone() => _api.Time.GetUtcNow() >= until;
        _api
            .OnService("GET", "/task?action=orderFreeCertificate&status=doing", () => IsDone() ? "[]" : "[7]")
            .OnService("GET", "/task/7", () => $$"""{"id":7,"status":"{{(IsDone() ? "done" : "doing")}}"}""")
            .OnService("GET", "/ssl?type=built", () => IsDone() ? "[5]" : "[]");

        PropertyBag state = await ObtainAsync(Inputs
            .With(Properties.Phase, Phases.Ordering).With(Origin.Property, Origin.Created).With(Properties.TaskId, "7"));

        Assert.Empty(_api.Writes);
        Assert.Equal(5, state.Get(CertificateProperties.CertificateId));
    }

    [Fact]
    public async Task What_another_resource_ordered_meanwhile_is_not_taken()
    {
        int looks = 0;
        Order();
        _api.OnService("GET", "/ssl?type=built", () => looks++ == 0 ? "[]" : "[5,6]");
        Assert.Equal(5, (await ObtainAsync(before: null)).Get(CertificateProperties.CertificateId));
    }

    [Fact]
    public async Task A_certificate_that_is_listed_late_is_waited_for()
    {
        int looks = 0;
        Order();
        _api.OnService("GET", "/ssl?type=built", () => looks++ < 4 ? "[]" : "[5]");
        Assert.Equal(5, (await ObtainAsync(before: null)).Get(CertificateProperties.CertificateId));
        Assert.Single(_api.Writes);
    }

    private void Order() => _api.OnService("POST", "/freeCertificate", """{"id":8,"status":"done"}""");

    private async Task<PropertyBag> ObtainAsync(PropertyBag? before)
    {
        using Deadline deadline = Deadline.In(TimeSpan.FromMinutes(60), _api.Time, TestContext.Current.CancellationToken);
        var ordering = new Ordering(_api.Session, CertificateId.Of(FakeApi.Service, ["a.example"]), Inputs, new RecordingLog(), deadline);
        return await _api.PassTimeAsync(ordering.ObtainAsync(before));
    }
}
