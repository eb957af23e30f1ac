namespace Engine.Programs;

/// <summary>
/// Keeps programs and plugins from looking for the engine by way of a proxy. They call it on 127.0.0.1, and the libraries that most
/// languages call it with (gRPC in Node.js and Python, .NET's HTTP client) take a proxy from the environment for that address too.
/// </summary>
internal static class ProxyBypass
{
    private static readonly string[] ThisMachine = ["127.0.0.1", "localhost", "::1", "[::1]"];
    private static readonly string[] Proxies = ["http_proxy", "https_proxy", "all_proxy", "grpc_proxy"];

    /// <summary>
    /// Adds this machine to <c>no_proxy</c> and <c>NO_PROXY</c>, and to <c>no_grpc_proxy</c> where it is set, as gRPC then reads nothing
    /// else. Without a proxy nothing is changed.
    /// </summary>
    public static void Extend(IDictionary<string, string?> environment)
    {
        string[] proxies = [.. Proxies.Concat(Proxies.Select(static name => name.ToUpperInvariant()))
            .Where(name => Value(environment, name) is { Length: > 0 })];
        if (proxies.Length == 0)
        {
            return;
        }

        var lower = Value(environment, "no_proxy");
        var upper = Value(environment, "NO_PROXY");
        if (Entries(lower ?? upper).Contains("*"))
        {
            // Neither .NET nor gRPC knows what the * means: that there is no proxy.
            foreach (var name in proxies)
            {
                environment.Remove(name);
            }

            return;
        }

        // Whoever finds one of the two reads only that one.
        environment["no_proxy"] = Extended(lower ?? upper);
        environment["NO_PROXY"] = Extended(upper ?? lower);
        if (Value(environment, "no_grpc_proxy") is { Length: > 0 } ofGrpc)
        {
            environment["no_grpc_proxy"] = Extended(ofGrpc);
        }
    }

    private static string Extended(string? list)
    {
        var entries = Entries(list);
        return string.Join(',', entries.Concat(ThisMachine.Except(entries)));
    }

    // With commas and nothing else between them, which every library reads.
    private static string[] Entries(string? list) =>
        (list ?? "").Split([',', ' ', '\t'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static string? Value(IDictionary<string, string?> environment, string name)
        => environment.TryGetValue(name, out var value) ? value : null;
}
