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
        using var end = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token);
        var givenUp = false;
        await using var registration = cancellationToken.Register(GiveUp);
        HttpResponseMessage? response = null;
        try
        {
            response = await base.SendAsync(request, end.Token);
            await response.Content.LoadIntoBufferAsync(LongestAnswer, end.Token);
            return response;
        }
        catch (OperationCanceledException) when (givenUp)
        {
            response?.Dispose();
            throw new OperationCanceledException(cancellationToken);
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested)
        {
            response?.Dispose();
            throw Refusal.NoAnswer(request, $"no answer within {timeout.TotalSeconds:0.#} s", request.MayHaveBeenSent());
        }
        catch (OperationCanceledException slow)
        {
            // The transport's own limit for making a connection.
            throw Refusal.NoAnswer(request, WordsOf(slow), reached: false);
        }
        catch (HttpRequestException dropped)
        {
            response?.Dispose();
            throw Refusal.NoAnswer(request, WordsOf(dropped), Reached(dropped) && request.MayHaveBeenSent());
        }
        catch (IOException dropped)
        {
            response?.Dispose();
            throw Refusal.NoAnswer(request, WordsOf(dropped), reached: true);
        }

        void GiveUp()
        {
            if (!request.Changes() || !request.MayHaveBeenSent())
            {
                givenUp = true;
                end.Cancel();
            }
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
