using OvhIplb.Provider.FailoverAttachments;
using OvhIplb.Provider.Framework.Resources;
using OvhIplb.Provider.Framework.Schema;
using OvhIplb.Provider.Ownership;
using OvhIplb.Provider.Tests.LoadBalancers;

namespace OvhIplb.Provider.Tests.FailoverAttachments;

public sealed class MoveTests : IDisposable
{
    private const string Ip = "/ip/192.0.2.10/32";

    private const string Urn = "urn:pulumi:dev::wire::ovh-iplb:index:FailoverAttachment::one";

    private static readonly PropertyBag Inputs = PropertyBag.Empty
        .With(FailoverAttachmentSchema.ServiceName, FakeApi.Service)
        .With(FailoverAttachmentSchema.Ip, "192.0.2.10")
        .With(FailoverAttachmentSchema.AutoRefresh, false);

    private readonly FakeApi _api = new();

    public void Dispose() => _api.Dispose();

    [Fact]
    public async Task A_move_whose_answer_was_lost_and_that_is_done_already_is_found()
    {
        var isSent = false;
        RoutedTo(() => "vps-9");
        _api.On($"GET {Ip}/task?function=genericMoveFloatingIp", () => isSent ? "[4,9]" : "[4]");
        Task(4, "done", "vps-9");
        Task(9, "done", FakeApi.Service);
        _api.On($"GET {Ip}/move", $$"""{ "ipLoadbalancing": [{ "service": "{{FakeApi.Service}}" }] }""");
        _api.On($"POST {Ip}/move", () =>
        {
            isSent = true;
            throw new HttpRequestException(HttpRequestError.ResponseEnded);
        });

        var created = await _api.PassTimeAsync(new FailoverAttachmentResource(_api.Sessions, new Claims()).CreateAsync(
            new()
            {
                Urn = Urn,
                Name = "one",
                Log = new RecordingLog(),
                Inputs = Inputs,
                Preview = false
            }, TestContext.Current.CancellationToken));

        Assert.Single(_api.Writes);
        Assert.Equal("9", created.State.Get(FailoverAttachmentSchema.TaskId));
        Assert.Equal(Origin.Created, created.State.Get(Origin.Property));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_refused_move_is_no_failure_where_the_block_has_arrived_meanwhile(bool hasArrived)
    {
        var isSent = false;
        RoutedTo(() => isSent && hasArrived ? FakeApi.Service : "vps-9");
        _api.On($"GET {Ip}/task?function=genericMoveFloatingIp", "[]");
        _api.On($"GET {Ip}/move", $$"""{ "ipLoadbalancing": [{ "service": "{{FakeApi.Service}}" }] }""");
        _api.On($"POST {Ip}/move", () =>
        {
            isSent = true;
            throw new HttpRequestException("refused", null, System.Net.HttpStatusCode.BadRequest);
        });

        var create = _api.PassTimeAsync(new FailoverAttachmentResource(_api.Sessions, new Claims()).CreateAsync(
            new()
            {
                Urn = Urn,
                Name = "one",
                Log = new RecordingLog(),
                Inputs = Inputs,
                Preview = false
            }, TestContext.Current.CancellationToken));
        if (hasArrived)
        {
            Assert.Equal(Origin.Adopted, (await create).State.Get(Origin.Property));
        }
        else
        {
            await Assert.ThrowsAsync<OvhIplb.Api.Errors.InvalidRequestException>(() => create);
        }

        Assert.Single(_api.Writes);
    }

    [Fact]
    public async Task A_lost_move_that_there_is_no_time_to_look_for_is_not_said_to_have_never_begun()
    {
        RoutedTo(() => "vps-9");
        _api.On($"GET {Ip}/task?function=genericMoveFloatingIp", "[]");
        _api.On($"GET {Ip}/move", $$"""{ "ipLoadbalancing": [{ "service": "{{FakeApi.Service}}" }] }""");
        _api.On($"POST {Ip}/move", static () => throw new HttpRequestException(HttpRequestError.ResponseEnded));
        var failure = await Assert.ThrowsAsync<OperationException>(() => _api.PassTimeAsync(new FailoverAttachmentResource(_api.Sessions, new Claims())
            .CreateAsync(
                new()
                {
                    Urn = Urn,
                    Name = "one",
                    Log = new RecordingLog(),
                    Inputs = Inputs,
                    Preview = false,
                    Timeout = TimeSpan.FromSeconds(10)
                },
                TestContext.Current.CancellationToken)));
        Assert.StartsWith("the API's answer was lost, and there was no time left to look", failure.Message, StringComparison.Ordinal);
        Assert.Single(_api.Writes);
    }

    [Fact]
    public async Task A_delete_that_runs_out_of_time_while_it_waits_is_no_cancellation()
    {
        RoutedTo(() => FakeApi.Service);
        _api.On($"GET {Ip}/task?function=genericMoveFloatingIp", "[4]");
        Task(4, "doing", "vps-9");
        var failure = await Assert.ThrowsAsync<OperationException>(() => _api.PassTimeAsync(DeleteAsync()));
        Assert.Contains("within 10 min", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_task_that_has_vanished_does_not_mean_that_the_block_has()
    {
        RoutedTo(() => FakeApi.Service);
        _api.On($"GET {Ip}/task?function=genericMoveFloatingIp", "[4]").On($"POST {Ip}/park", """{"taskId":5,"status":"done"}""");
        await _api.PassTimeAsync(DeleteAsync());
        Assert.Equal($"POST {Ip}/park", _api.Writes[0]);
    }

    private void RoutedTo(Func<string> service) =>
        _api.On($"GET {Ip}", () => $$"""{ "ip": "192.0.2.10/32", "type": "failover", "routedTo": { "serviceName": "{{service()}}" } }""");

    private void Task(long id, string status, string destination) => _api.On(
        $"GET {Ip}/task/{id}", $$"""{ "taskId": {{id}}, "status": "{{status}}", "destination": { "serviceName": "{{destination}}" } }""");

    private Task DeleteAsync() => new FailoverAttachmentResource(_api.Sessions, new Claims()).DeleteAsync(
        new()
        {
            Urn = Urn,
            Name = "one",
            Log = new RecordingLog(),
            Id = $"{FakeApi.Service}/192.0.2.10/32",
            OldInputs = Inputs,
            State = Inputs.With(Origin.Property, Origin.Created),
        },
        TestContext.Current.CancellationToken);
}
