namespace OvhIplb.Api.Pipeline;

/// <summary>What the handlers need to know of a request besides its HTTP parts.</summary>
internal static class RequestOptions
{
    private static readonly HttpRequestOptionsKey<bool> Anonymous = new("OvhIplb.Anonymous");
    private static readonly HttpRequestOptionsKey<string> Path = new("OvhIplb.Path");

    public static void MarkAnonymous(this HttpRequestMessage request) => request.Options.Set(Anonymous, true);

    public static bool IsAnonymous(this HttpRequestMessage request) => request.Options.TryGetValue(Anonymous, out var anonymous) && anonymous;

    public static void SetPath(this HttpRequestMessage request, string path) => request.Options.Set(Path, path);

    /// <summary>Path and query below the endpoint's base URL, the way OVH documents its calls.</summary>
    public static string ApiPath(this HttpRequestMessage request)
        => request.Options.TryGetValue(Path, out var path) ? path : request.RequestUri!.PathAndQuery;
}
