using Google.Protobuf.WellKnownTypes;
using OvhIplb.Provider.Certificates.Free;
using OvhIplb.Provider.Framework.Resources;
using OvhIplb.Provider.Framework.Schema;
using OvhIplb.Provider.Ownership;
using OvhIplb.Provider.Tests.Arbitrary;
using OvhIplb.Provider.Tests.LoadBalancers;
using Pulumirpc;
using CertificateProperties = OvhIplb.Provider.Certificates.Shared.CertificateSchema;

namespace OvhIplb.Provider.Tests.FreeCertificates;

/// <summary>
/// States that hold names which earlier versions took and UTS 46 refuses: the stack is still checked, read, compared and destroyed.
/// </summary>
public sealed class EarlierNamesTests : IAsyncDisposable
{
    private const string Urn = "urn:pulumi:dev::earlier::ovh-iplb:index:FreeCertificate::one";

    private readonly Plugin _plugin = new();

    private readonly FakeApi _api = new();

    private readonly RecordingLog _log = new();

    /// <summary>As the state has it, and in the form in which the id and the certificate have it.</summary>
    public static TheoryData<string, string> Names => new()
    {
        { "xn--1ug9558fspqgsja.example.com", "xn--1ug9558fspqgsja.example.com" },
        { "XN--1UG9558FSPQGSJA.example.com.", "xn--1ug9558fspqgsja.example.com" },
        { "xn--v86c.example.com", "xn--v86c.example.com" },
        { "xn--4db.1a.example.com", "xn--4db.1a.example.com" },
        { "xn--a.example.com", "xn--a.example.com" },
        { "ab--cd.example.com", "ab--cd.example.com" },
        { "1א.example.com", "xn--1-0hc.example.com" },
    };

    private readonly Claims _claims = new();

    private OwnedResource Resource => field ??= new(new FreeCertificateResource(_api.Sessions, _claims), _claims);

    public async ValueTask DisposeAsync()
    {
        await _plugin.DisposeAsync();
        _api.Dispose();
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Are_checked_and_compared_as_they_are(string name, string normal)
    {
        var inputs = Wire(name);
        Assert.Equal("fqdns[0]", Assert.Single(_plugin.Check("FreeCertificate", inputs).Failures).Property);
        Assert.Empty(_plugin.Check("FreeCertificate", inputs, olds: inputs).Failures);
        Assert.Empty(_plugin.Check("FreeCertificate", inputs, olds: Wire(normal)).Failures);
        Assert.Equal(
            DiffResponse.Types.DiffChanges.DiffNone,
            _plugin.Diff("FreeCertificate", $"{FakeApi.Service}/{normal}", State(name), inputs, inputs).Changes);
    }

    [Fact]
    public void Another_name_is_refused_beside_one_that_is_there_already()
    {
        var check = _plugin.Check("FreeCertificate", Wire("xn--a.example.com", "xn--b.example.com"), olds: Wire("xn--a.example.com"));
        Assert.Equal("fqdns[1]", Assert.Single(check.Failures).Property);
    }

    [Fact]
    public void The_check_warns_of_them()
    {
        var failures = new CheckFailures();
        var inputs = Inputs("xn--a.example.com");
        Resource.Check(new() { Urn = Urn, Name = "one", Log = _log, Inputs = inputs, OldInputs = inputs, Failures = failures });
        Assert.Empty(failures.All);
        Assert.StartsWith("fqdns[0]: 'xn--a.example.com' has the label 'xn--a'", Assert.Single(_log.Warnings), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Are_read_and_deleted(string name, string normal)
    {
        var id = $"{FakeApi.Service}/{normal}";
        Certificates.Known(_api)
            .OnService("GET", "/ssl?type=built", "[5]")
            .OnService("GET", "/ssl/5", $$"""{"id":5,"type":"built","san":["{{normal}}"],"expireDate":"2026-08-01T00:00:00Z"}""")
            .OnService("DELETE", "/ssl/5", "null");
        var state = Inputs(name)
            .With(CertificateProperties.CertificateId, 5).With(CertificateProperties.AutoRefresh, false)
            .With(FreeCertificateSchema.Phase, FreeCertificatePhases.Live).With(Origin.Property, Origin.Created);
        var read = await Resource.ReadAsync(
            new()
            {
                Urn = Urn,
                Name = "one",
                Log = _log,
                Id = id,
                Inputs = Inputs(name),
                State = state
            }, TestContext.Current.CancellationToken);
        Assert.Equal(id, read?.Id);
        Assert.Equal(FreeCertificatePhases.Live, read?.State.Get(FreeCertificateSchema.Phase));
        Assert.Equal([name], read!.State.Get(FreeCertificateSchema.Fqdns));

        await _api.PassTimeAsync(Resource.DeleteAsync(
            new()
            {
                Urn = Urn,
                Name = "one",
                Log = _log,
                Id = id,
                OldInputs = Inputs(name),
                State = state
            }, TestContext.Current.CancellationToken));
        Assert.Contains($"DELETE /ipLoadbalancing/{FakeApi.Service}/ssl/5", _api.Writes);
    }

    [Fact]
    public async Task An_import_judges_the_names_and_says_what_is_wrong()
    {
        var refused = await Assert.ThrowsAsync<InputException>(() => Resource.ReadAsync(
            new()
            {
                Urn = Urn,
                Name = "one",
                Log = _log,
                Id = $"{FakeApi.Service}/xn--a.example.com",
                Inputs = PropertyBag.Empty,
                State = PropertyBag.Empty,
            },
            TestContext.Current.CancellationToken));
        Assert.Contains(
            $"The part after {FakeApi.Service}/ is wrong: 'xn--a.example.com' has the label 'xn--a'",
            refused.Message,
            StringComparison.Ordinal);
    }

    private static PropertyBag Inputs(params string[] names) =>
        PropertyBag.Empty.With(FreeCertificateSchema.ServiceName, FakeApi.Service).With(FreeCertificateSchema.Fqdns, [.. names]);

    private static Struct Wire(params string[] names) => new()
    {
        Fields =
        {
            ["serviceName"] = Value.ForString(FakeApi.Service),
            ["fqdns"] = Value.ForList([.. names.Select(Value.ForString)]),
        },
    };

    private static Struct State(string name)
    {
        var state = Wire(name);
        state.Fields.Add("phase", Value.ForString(FreeCertificatePhases.Live));
        state.Fields.Add("certificateId", Value.ForNumber(5));
        return state;
    }
}
