using OvhIplb.Api.Errors;

namespace OvhIplb.Api.Pipeline;

/// <summary>
/// One attempt over the wire: answer read whole within the time allowed, anything that goes wrong below HTTP turned
/// into an <see cref="UnavailableException"/>. A change that is on its way is not cut off when the caller gives up: its answer
/// says what was begun, and the caller has to know.
/// </summary>
internal sealed class AttemptHandler(TimeSpan timeout, TimeProvider time) : DelegatingHandler
{
    private const long LongestAnswer = 16 * 1024 * 1024;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(timeout, time);
        cancellationToken.ThrowIfCancellationRequested();
        var givesUp = request.Changes() ? CancellationToken.None : cancellationToken;
        using var either = CancellationTokenSource.CreateLinkedTokenSource(givesUp, deadline.Token);
        HttpResponseMessage? response = null;
        try
        {
            response = await base.SendAsync(request, either.Token).ConfigureAwait(false);
            await response.Content.LoadIntoBufferAsync(LongestAnswer, either.Token).ConfigureAwait(false);
            return response;
        }
        catch (OperationCanceledException cancelled) when (!givesUp.IsCancellationRequested)
        {
            response?.Dispose();
            throw Refusal.NoAnswer(request, $"no answer within {timeout.TotalSeconds:0.#} s", reached: true, cancelled);
        }
        catch (HttpRequestException dropped)
        {
            response?.Dispose();
            throw Refusal.NoAnswer(request, WordsOf(dropped), Reached(dropped), dropped);
        }
        catch (IOException dropped)
        {
            response?.Dispose();
            throw Refusal.NoAnswer(request, WordsOf(dropped), reached: true, dropped);
        }
    }

    /// <summary>The innermost exception has the cause ("certificate has expired"), the outermost what was attempted.</summary>
    private static string WordsOf(Exception dropped)
    {
        var cause = dropped.GetBaseException();
        return dropped.Message.Contains(cause.Message, StringComparison.Ordinal)
            ? dropped.Message
            : $"{dropped.Message.TrimEnd('.')}: {cause.Message}";
    }

    private static bool Reached(HttpRequestException dropped) => dropped.HttpRequestError
        is not (HttpRequestError.NameResolutionError
            or HttpRequestError.ConnectionError
            or HttpRequestError.SecureConnectionError
            or HttpRequestError.ProxyTunnelError);
}
