using System.Net;
using System.Text;
using OvhIplb.Api;
using OvhIplb.Api.Authentication;
using OvhIplb.Api.Endpoints;
using OvhIplb.Provider.Process;

namespace OvhIplb.Provider.Tests.LoadBalancers;

/// <summary>The API as far as a test says, on a fake clock; what it does not say is not found.</summary>
internal sealed class FakeApi : HttpMessageHandler
{
    public const string Service = "loadbalancer-0123456789abcdef";

    private readonly Dictionary<string, Func<string, string>> _answers = new(StringComparer.Ordinal);

    private readonly Dictionary<string, TaskCompletionSource> _hanging = new(StringComparer.Ordinal);

    private readonly List<string> _calls = [];

    public FakeApi()
    {
        var client = new OvhClient(
            new OvhClientOptions
            {
                Endpoint = Endpoint.OvhEu,
                Credentials = new ApplicationCredentials("key", "secret", "consumer"),
                RateLimit = new RateLimit(100_000, 1000),
            },
            this,
            Time,
            new Random(1));
        Session = new Session(client, Time, TimeSpan.FromSeconds(5), Names);
        Sessions = new SessionHolder { Current = Session };
    }

    public WatchedTime Time { get; } = new(new DateTimeOffset(2026, 6, 1, 0, 0, 0, TimeSpan.Zero));

    /// <summary>Where the names of certificates point.</summary>
    public FakeNames Names { get; } = new();

    public Session Session { get; }

    public SessionHolder Sessions { get; }

    public IReadOnlyList<string> Writes => [.. _calls.Where(static call => !call.StartsWith("GET ", StringComparison.Ordinal))];

    /// <summary>
    /// Answers a call, such as <c>GET /ip/192.0.2.10/32</c>; an exception with a status is that answer, another a dropped connection.
    /// </summary>
    public FakeApi On(string call, Func<string> answer) => On(call, _ => answer());

    /// <summary>As <see cref="On(string, Func{string})"/>, by what was sent.</summary>
    public FakeApi On(string call, Func<string, string> answer)
    {
        _answers[call] = answer;
        return this;
    }

    public FakeApi On(string call, string answer) => On(call, () => answer);

    /// <summary>Never answers a call, which ends where it is cancelled, on the thread that cancels.</summary>
    /// <returns>Done once the call is made.</returns>
    public Task Hang(string call)
    {
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _hanging[call] = asked;
        return asked.Task;
    }

    /// <summary>Answers a call below the load balancer.</summary>
    public FakeApi OnService(string method, string path, Func<string> answer) => On($"{method} /ipLoadbalancing/{Service}{path}", answer);

    public FakeApi OnService(string method, string path, Func<string, string> answer)
        => On($"{method} /ipLoadbalancing/{Service}{path}", answer);

    public FakeApi OnService(string method, string path, string answer) => OnService(method, path, () => answer);

    /// <summary>Moves the clock on until the operation has ended, half an hour at most.</summary>
    public async Task<T> PassTimeAsync<T>(Task<T> operation)
    {
        for (var seconds = 0; !operation.IsCompleted && seconds < 1800; seconds++)
        {
            await Time.PassSecondAsync(operation);
        }

        return await operation.WaitAsync(TimeSpan.FromSeconds(10));
    }

    public Task PassTimeAsync(Task operation) => PassTimeAsync(AsyncOf(operation));

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        // A request is sent once its body was asked for, and only then can it have had an effect.
        var body = request.Content is { } content ? await content.ReadAsStringAsync(cancellationToken) : "";
        return await RespondAsync(request, body, cancellationToken);
    }

    private Task<HttpResponseMessage> RespondAsync(HttpRequestMessage request, string body, CancellationToken cancellationToken)
    {
        var call = $"{request.Method} {Uri.UnescapeDataString(request.RequestUri!.PathAndQuery["/1.0".Length..])}";
        if (call == "GET /auth/time")
        {
            return Answer(HttpStatusCode.OK, "1780272000");
        }

        if (_hanging.TryGetValue(call, out var asked))
        {
            var never = new TaskCompletionSource<HttpResponseMessage>();
            cancellationToken.Register(() => never.TrySetCanceled(cancellationToken));
            asked.SetResult();
            return never.Task;
        }

        lock (_calls)
        {
            _calls.Add(call);
            try
            {
                return _answers.TryGetValue(call, out var answer)
                    ? Answer(HttpStatusCode.OK, answer(body))
                    : Answer(HttpStatusCode.NotFound, """{"class":"Client::NotFound","message":"This service does not exist"}""");
            }
            catch (HttpRequestException refusal) when (refusal.StatusCode is { } status)
            {
                return Answer(status, """{"message":"refused"}""");
            }
        }
    }

    private static async Task<bool> AsyncOf(Task operation)
    {
        await operation;
        return true;
    }

    private static Task<HttpResponseMessage> Answer(HttpStatusCode status, string body) =>
        Task.FromResult(new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") });
}
