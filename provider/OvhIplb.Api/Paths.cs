using System.Globalization;

namespace OvhIplb.Api;

/// <summary>Builds paths whose parts reach the server as they are.</summary>
internal static class Paths
{
    /// <summary>One segment, percent-encoded.</summary>
    /// <exception cref="ArgumentException">The value would make another path of it: empty, "." or "..".</exception>
    public static string Segment(string value) => value is "" or "." or ".."
        ? throw new ArgumentException($"\"{value}\" cannot be a part of an API path.", nameof(value))
        : Uri.EscapeDataString(value);

    public static string Segment(long value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>The query string of the parameters that have a value, with its question mark; empty for none.</summary>
    public static string Query(params ReadOnlySpan<(string Name, string? Value)> parameters)
    {
        var query = "";
        foreach (var (name, value) in parameters)
        {
            if (value is not null)
            {
                query += $"{(query.Length == 0 ? '?' : '&')}{Uri.EscapeDataString(name)}={Uri.EscapeDataString(value)}";
            }
        }

        return query;
    }
}
