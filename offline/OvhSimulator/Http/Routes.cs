using Microsoft.AspNetCore.Http;

namespace OvhSimulator.Http;

/// <summary>
/// Where endpoints are declared: path, the IAM action a service account needs (null for none), and a handler, which runs
/// alone on the world and answers an object, or null for OVH's void.
/// </summary>
internal sealed class Routes
{
    private readonly List<Route> _all = [];

    public IReadOnlyList<Route> All => _all;

    public void Get(string path, string? action, Func<Call, object?> handler) => Add(HttpMethods.Get, path, action, handler);

    public void Post(string path, string? action, Func<Call, object?> handler) => Add(HttpMethods.Post, path, action, handler);

    public void Put(string path, string action, Action<Call> handler) => Add(HttpMethods.Put, path, action, Void(handler));

    public void Delete(string path, string action, Action<Call> handler) => Add(HttpMethods.Delete, path, action, Void(handler));

    /// <summary>The route a call is of; null where there is none.</summary>
    /// <param name="method">In upper case.</param>
    /// <param name="path">Below the API's root, as sent, without the query.</param>
    public Route? Find(string method, string path) => _all
        .Where(route => route.Method == method && route.Matches(path))
        .MinBy(route => route.Precedence, StringComparer.Ordinal);

    private void Add(string method, string path, string? action, Func<Call, object?> handler)
        => _all.Add(new Route(method, path, action, handler));

    private static Func<Call, object?> Void(Action<Call> handler) => call =>
    {
        handler(call);
        return null;
    };
}
