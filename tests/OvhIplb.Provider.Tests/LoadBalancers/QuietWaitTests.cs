using System.Globalization;
using System.Net;
using OvhIplb.Api.IpBlocks;
using OvhIplb.Provider.Certificates.Free;
using OvhIplb.Provider.FailoverAttachments;
using OvhIplb.Provider.Framework.Resources;
using OvhIplb.Provider.Framework.Schema;
using OvhIplb.Provider.Ownership;
using OvhIplb.Provider.Process;
using OvhIplb.Provider.Refreshes;
using OvhIplb.Provider.Tests.Rpc;
using AttachmentProperties = OvhIplb.Provider.FailoverAttachments.FailoverAttachmentSchema;
using FreeCertificateSchema = OvhIplb.Provider.Certificates.Free.FreeCertificateSchema;
using KnownCertificates = OvhIplb.Provider.Tests.FreeCertificates.Certificates;

namespace OvhIplb.Provider.Tests.LoadBalancers;

/// <summary>What the engine gets to show of waits that take minutes, each of which looks every five seconds.</summary>
public sealed class QuietWaitTests : IDisposable
{
    private const string Block = "/ip/192.0.2.10/32";

    private const string Urn = "urn:pulumi:dev::wire::ovh-iplb:index:FailoverAttachment::one";

    private static readonly TimeSpan Length = TimeSpan.FromMinutes(9);

    private readonly FakeApi _api = new();

    private readonly DateTimeOffset _start;

    public QuietWaitTests() => _start = _api.Time.GetUtcNow();

    private bool IsOver => _api.Time.GetUtcNow() - _start >= Length;

    public void Dispose() => _api.Dispose();

    [Fact]
    public async Task A_refresh()
    {
        _api
            .OnService("GET", "/task?action=refreshIplb&status=doing", "[]")
            .OnService("GET", "/task?action=refreshIplb&status=todo", "[]")
            .OnService("POST", "/refresh", """{"id":7,"status":"todo","progress":0}""")
            .OnService("GET", "/task/7", () => IsOver ? """{"id":7,"status":"done"}""" : """{"id":7,"status":"doing","progress":50}""");
        await RequireOnceAMinuteAsync(
            $"refreshing {FakeApi.Service}: task 7 doing, 50 %, ",
            log => _api.Session.Refreshes.Join(FakeApi.Service, [], log).DoneAsync(TestContext.Current.CancellationToken));
    }

    [Fact(Timeout = 60_000)]
    public async Task A_refresh_that_waits_for_another_of_this_program()
    {
        _api
            .OnService("GET", "/task?action=refreshIplb&status=doing", "[]")
            .OnService("GET", "/task?action=refreshIplb&status=todo", "[]")
            .OnService("POST", "/refresh", """{"id":7,"status":"todo","progress":0}""")
            .OnService("GET", "/task/7", () => IsOver ? """{"id":7,"status":"done"}""" : """{"id":7,"status":"doing","progress":50}""");
        var others = new RecordingLog();
        var other = _api.Session.Refreshes.Join(FakeApi.Service, ["gra"], others);
        while (other.TaskId is null)
        {
            await Task.Yield();
        }

        await RequireOnceAMinuteAsync(
            $"waiting for another refresh of {FakeApi.Service} by this program, ",
            log => _api.Session.Refreshes.Join(FakeApi.Service, [], log).DoneAsync(TestContext.Current.CancellationToken),
            atLeast: 1);
        await other.DoneAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Instances_that_reload()
    {
        _api.OnService("GET", "/instancesState", () => $$"""[{"zone":"gra","state":"{{(IsOver ? "running" : "reload")}}"}]""");
        await RequireOnceAMinuteAsync(
            $"waiting for {FakeApi.Service} to reload in gra, ",
            log => new InstancesWait(_api.Session, FakeApi.Service, []).ReloadedAsync(log, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_move()
    {
        var isSent = false;
        _api
            .On($"GET {Block}", () => $$"""{ "ip": "192.0.2.10/32", "type": "failover", "routedTo": { "serviceName": "{{(isSent && IsOver ? FakeApi.Service : "vps-9")}}" } }""")
            .On($"GET {Block}/task?function=genericMoveFloatingIp", "[]")
            .On($"GET {Block}/move", $$"""{ "ipLoadbalancing": [{ "service": "{{FakeApi.Service}}" }] }""")
            .On($"GET {Block}/task/9", """{ "taskId": 9, "status": "doing", "function": "genericMoveFloatingIp" }""")
            .On($"POST {Block}/move", () =>
            {
                isSent = true;
                return """{ "taskId": 9, "status": "doing", "function": "genericMoveFloatingIp" }""";
            })
            .OnService("GET", "/failover", () => IsOver ? """["192.0.2.10/32"]""" : "[]");
        var inputs = PropertyBag.Empty
            .With(AttachmentProperties.ServiceName, FakeApi.Service)
            .With(AttachmentProperties.Ip, "192.0.2.10")
            .With(AttachmentProperties.AutoRefresh, false);
        await RequireOnceAMinuteAsync(
            $"moving 192.0.2.10/32 to {FakeApi.Service}: task 9 doing, ",
            log => new OvhIplb.Provider.FailoverAttachments.FailoverAttachmentResource(_api.Sessions, new Claims()).CreateAsync(
                new() { Urn = Urn, Name = "one", Log = log, Inputs = inputs, Preview = false }, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_move_that_the_api_refuses_for_now()
    {
        _api.On($"POST {Block}/park", () => throw new HttpRequestException(null, null, HttpStatusCode.Conflict));
        var block = IpBlock.Parse("192.0.2.10");
        await RequireOnceAMinuteAsync("waiting for another move of 192.0.2.10/32 that the API knows of", async log =>
        {
            var moves = new FailoverMoves(_api.Session, block, log);
            while (!IsOver)
            {
                Assert.Null(await moves.TryStartAsync(
                    token => _api.Session.Client.Ips.ParkAsync(block, token),
                    null,
                    TestContext.Current.CancellationToken));
            }
        });
    }

    /// <summary>After a minute it says besides what else may be waiting for it, which is another text, once.</summary>
    [Fact]
    public async Task Dns_whose_server_turns_the_records_around()
    {
        KnownCertificates.Known(_api)
            .OnService("GET", "/ssl?type=built", () => IsOver ? "[5]" : "[]");
        var elsewhereToo = IPAddress.Parse("192.0.2.201");
        var looks = 0;
        _api.Names.On("a.example", () => new(IsOver
            ? [FakeNames.Here]
            : ++looks % 2 == 0 ? [FakeNames.Elsewhere, elsewhereToo] : [elsewhereToo, FakeNames.Elsewhere]));
        await RequireOnceAMinuteAsync("waiting for DNS, ", ObtainAsync);
    }

    [Fact]
    public async Task An_order()
    {
        KnownCertificates.Known(_api)
            .OnService("GET", "/ssl?type=built", () => IsOver ? "[5]" : "[]")
            .OnService("POST", "/freeCertificate", """{"id":8,"status":"todo","progress":0}""")
            .OnService("GET", "/task/8", () => IsOver ? """{"id":8,"status":"done"}""" : """{"id":8,"status":"doing","progress":10}""");
        await RequireOnceAMinuteAsync("ordering a certificate: task 8 doing, 10 %, ", ObtainAsync);
    }

    [Fact(Timeout = 60_000)]
    public async Task An_order_of_another_resource_for_the_same_names()
    {
        KnownCertificates.Known(_api)
            .OnService("GET", "/ssl?type=built", () => IsOver ? "[5]" : "[]")
            .OnService("POST", "/freeCertificate", """{"id":8,"status":"todo","progress":0}""")
            .OnService("GET", "/task/8", () => IsOver ? """{"id":8,"status":"done"}""" : """{"id":8,"status":"doing","progress":10}""");
        var other = ObtainAsync(new RecordingLog());
        await RequireOnceAMinuteAsync(
            "waiting for another resource of this program that obtains a certificate for a.example, ",
            ObtainAsync,
            atLeast: 1);
        await other.WaitAsync(TestContext.Current.CancellationToken);
    }

    private async Task ObtainAsync(IOperationLog log)
    {
        using var deadline = Deadline.In(TimeSpan.FromMinutes(20), _api.Time, TestContext.Current.CancellationToken);
        var inputs = PropertyBag.Empty.With(FreeCertificateSchema.ServiceName, FakeApi.Service)
            .With(FreeCertificateSchema.Fqdns, ["a.example"]);
        await new FreeCertificateCreate(
            _api.Session,
            FreeCertificateId.Of(FakeApi.Service, inputs.Get(FreeCertificateSchema.Fqdns)),
            inputs,
            log,
            deadline).ObtainAsync(before: null);
    }

    /// <summary>
    /// Nine minutes have a line at the start and one after each of the eight full minutes. Where a second operation runs on the same clock,
    /// the clock may run ahead of this one: then only the first line is certain, and it comes before any time passes.
    /// </summary>
    private async Task RequireOnceAMinuteAsync(string text, Func<IOperationLog, Task> wait, int atLeast = 7)
    {
        await using var lines = await EngineLines.StartAsync(_api.Time);
        var waiting = wait(lines.Log);
        while (atLeast == 1 && !waiting.IsCompleted && (await SaidAsync()).Length == 0)
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            await Task.Yield();
        }

        await _api.PassTimeAsync(waiting);
        var said = await SaidAsync();
        var atMost = (int)(_api.Time.GetUtcNow() - _start).TotalMinutes + 1;
        Assert.True(
            said.Length >= atLeast && said.Length <= atMost,
            string.Create(CultureInfo.InvariantCulture, $"{said.Length} lines, not {atLeast} to {atMost}:\n{string.Join('\n', said)}"));

        async Task<string[]> SaidAsync()
            => [.. (await lines.StatusesAsync()).Where(line => line.StartsWith(text, StringComparison.Ordinal))];
    }
}
