using System.Globalization;
using System.Net;
using System.Text;

namespace OvhIplb.Api.Tests.Wire;

/// <summary>Answers /auth/time by a server clock of its own and everything else from a script, in order.</summary>
public sealed class FakeTransport(TimeProvider time) : HttpMessageHandler
{
    private readonly Queue<Func<CancellationToken, Task<HttpResponseMessage>>> _script = [];
    private readonly List<RecordedRequest> _requests = [];

    /// <summary>Server clock minus local clock.</summary>
    public TimeSpan ClockDifference { get; set; }

    /// <summary>All but those for the time.</summary>
    public IReadOnlyList<RecordedRequest> Requests => [.. _requests.Where(request => !IsTime(request.Url))];

    public int TimeRequests => _requests.Count(request => IsTime(request.Url));

    public FakeTransport Answer(HttpStatusCode status, string body, params ReadOnlySpan<(string Name, string Value)> headers)
    {
        var response = new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        foreach (var (name, value) in headers)
        {
            response.Headers.TryAddWithoutValidation(name, value);
        }

        _script.Enqueue(_ => Task.FromResult(response));
        return this;
    }

    public FakeTransport Answer(string body) => Answer(HttpStatusCode.OK, body);

    /// <summary>Answers once the text is there.</summary>
    public FakeTransport Answer(Task<string> body)
    {
        _script.Enqueue(async cancellationToken => new HttpResponseMessage(HttpStatusCode.OK)
        {
            Content = new StringContent(await body.WaitAsync(cancellationToken), Encoding.UTF8, "application/json"),
        });
        return this;
    }

    public FakeTransport Fail(Exception exception)
    {
        _script.Enqueue(_ => Task.FromException<HttpResponseMessage>(exception));
        return this;
    }

    public FakeTransport Hang()
    {
        _script.Enqueue(async cancellationToken =>
        {
            var never = new TaskCompletionSource<HttpResponseMessage>();
            await using var registration = cancellationToken.Register(() => never.TrySetCanceled(cancellationToken));
            return await never.Task;
        });
        return this;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        _requests.Add(new RecordedRequest(
            request.Method.Method,
            request.RequestUri!.AbsoluteUri,
            request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken),
            request.Headers.ToDictionary(header => header.Key, header => string.Join(",", header.Value), StringComparer.OrdinalIgnoreCase),
            time.GetUtcNow()));
        if (IsTime(request.RequestUri.AbsoluteUri))
        {
            var seconds = (time.GetUtcNow() + ClockDifference).ToUnixTimeSeconds();
            return new HttpResponseMessage(HttpStatusCode.OK)
            {
                Content = new StringContent(seconds.ToString(CultureInfo.InvariantCulture))
            };
        }

        return await _script.Dequeue()(cancellationToken);
    }

    private static bool IsTime(string url) => url.EndsWith("/auth/time", StringComparison.Ordinal);
}
