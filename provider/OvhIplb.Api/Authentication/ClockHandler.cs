using System.Globalization;
using System.Net;
using OvhIplb.Api.Endpoints;
using OvhIplb.Api.Errors;
using OvhIplb.Api.Pipeline;

namespace OvhIplb.Api.Authentication;

/// <summary>
/// Has the server's clock known before the first signed request, and read anew once when a signature is refused:
/// the clock of a long-lived process drifts away from the difference measured at its start.
/// </summary>
internal sealed class ClockHandler(Endpoint endpoint, ServerClock clock, TimeProvider time) : DelegatingHandler
{
    private const string TimePath = "/auth/time";

    private static readonly string[] ClockCodes = ["INVALID_SIGNATURE", "QUERY_TIME_OUT", "INVALID_KEY"];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.IsAnonymous())
        {
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }

        await clock.SynchroniseAsync(null, AskAsync, cancellationToken).ConfigureAwait(false);
        var reading = clock.Current;
        var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (!await BlamesClockAsync(response, cancellationToken).ConfigureAwait(false))
        {
            return response;
        }

        try
        {
            await clock.SynchroniseAsync(reading, AskAsync, cancellationToken).ConfigureAwait(false);
        }
        catch (OvhApiException)
        {
            // The refusal says more to the user than the failed attempt to do something about it.
            return response;
        }

        response.Dispose();
        return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            clock.Dispose();
        }

        base.Dispose(disposing);
    }

    private static async Task<bool> BlamesClockAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.StatusCode is not (HttpStatusCode.BadRequest or HttpStatusCode.Forbidden))
        {
            return false;
        }

        var body = ErrorBody.Read(await response.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false));
        return Array.Exists(ClockCodes, code => code == body.ErrorCode);
    }

    private async Task<long> AskAsync(CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, endpoint.UrlOf(TimePath));
        request.MarkAnonymous();
        request.SetPath(TimePath);
        using var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        var text = await response.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
        if (!response.IsSuccessStatusCode)
        {
            throw Refusal.From(request, response, text, time);
        }

        return long.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? seconds
            : throw Refusal.Unreadable(request, response, text, null);
    }
}
