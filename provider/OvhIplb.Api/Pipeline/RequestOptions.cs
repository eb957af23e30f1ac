using OvhIplb.Api.Errors;

namespace OvhIplb.Api.Pipeline;

/// <summary>What the handlers need to know of a request besides its HTTP parts.</summary>
internal static class RequestOptions
{
    private static readonly HttpRequestOptionsKey<bool> Anonymous = new("OvhIplb.Anonymous");
    private static readonly HttpRequestOptionsKey<string> Path = new("OvhIplb.Path");
    private static readonly HttpRequestOptionsKey<Redaction> Redaction = new("OvhIplb.Redaction");

    public static void MarkAnonymous(this HttpRequestMessage request) => request.Options.Set(Anonymous, true);

    /// <summary>Whether it goes out without credentials. Such requests only ask: for the time, or for a token.</summary>
    public static bool IsAnonymous(this HttpRequestMessage request)
        => request.Options.TryGetValue(Anonymous, out var anonymous) && anonymous;

    /// <summary>Whether the request may leave something changed behind.</summary>
    public static bool Changes(this HttpRequestMessage request) => request.Method != HttpMethod.Get && !request.IsAnonymous();

    /// <summary>Whether it may have left. One without a body does not know, so it may.</summary>
    public static bool MayHaveBeenSent(this HttpRequestMessage request) => request.Content is not RequestBody { IsOnTheWire: false };

    public static void SetPath(this HttpRequestMessage request, string path) => request.Options.Set(Path, path);

    /// <summary>Path and query below the endpoint's base URL, the way OVH documents its calls.</summary>
    public static string ApiPath(this HttpRequestMessage request)
        => request.Options.TryGetValue(Path, out var path) ? path : request.RequestUri!.PathAndQuery;

    public static void SetRedaction(this HttpRequestMessage request, Redaction redaction) => request.Options.Set(Redaction, redaction);

    public static Redaction GetRedaction(this HttpRequestMessage request)
        => request.Options.TryGetValue(Redaction, out var redaction) ? redaction : Errors.Redaction.None;
}
