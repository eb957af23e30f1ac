using System.Diagnostics.CodeAnalysis;

namespace OvhIplb.Api.Endpoints;

/// <summary>Where the API is: one of OVH's regions by name, or the base URL of anything that speaks the same API.</summary>
/// <remarks>Known names: ovh-eu, ovh-ca, ovh-us, kimsufi-eu, kimsufi-ca, soyoustart-eu, soyoustart-ca.</remarks>
public sealed record Endpoint
{
    private const string VersionSuffix = "/1.0";
    private const string NoUrl = "is no absolute http or https URL";

    private static readonly (string Name, string Url, string? TokenUrl)[] Known =
    [
        ("ovh-eu", "https://eu.api.ovh.com/1.0", "https://www.ovh.com/auth/oauth2/token"),
        ("ovh-ca", "https://ca.api.ovh.com/1.0", "https://ca.ovh.com/auth/oauth2/token"),
        ("ovh-us", "https://api.us.ovhcloud.com/1.0", "https://us.ovhcloud.com/auth/oauth2/token"),
        ("kimsufi-eu", "https://eu.api.kimsufi.com/1.0", null),
        ("kimsufi-ca", "https://ca.api.kimsufi.com/1.0", null),
        ("soyoustart-eu", "https://eu.api.soyoustart.com/1.0", null),
        ("soyoustart-ca", "https://ca.api.soyoustart.com/1.0", null),
    ];

    private Endpoint(string name, string baseUrl)
    {
        Name = name;
        BaseUrl = baseUrl;
    }

    /// <summary>European region, OVH's default.</summary>
    public static Endpoint OvhEu { get; } = new(Known[0].Name, Known[0].Url);

    /// <summary>Every name that stands for a region.</summary>
    public static IReadOnlyList<string> KnownNames { get; } = [.. Known.Select(known => known.Name)];

    /// <summary>
    /// The region's name, also where its URL was given; any other URL as it is. The section of ovh.conf that belongs to it.
    /// </summary>
    public string Name { get; }

    /// <summary>Absolute URL without a trailing slash, for example https://eu.api.ovh.com/1.0.</summary>
    public string BaseUrl { get; }

    /// <summary>Where a service account of the region gets its access tokens; null where none is known.</summary>
    public Uri? TokenUrl => Array.Find(Known, known => known.Name == Name).TokenUrl is { } url ? new Uri(url) : null;

    /// <summary>Reads a region's name or, when it holds a slash, a literal http(s) URL.</summary>
    /// <param name="value">What the user gave.</param>
    /// <param name="endpoint">The endpoint, where the value is good.</param>
    /// <param name="reason">One sentence that says what is wrong, where it is not.</param>
    public static bool TryParse(string? value, [NotNullWhen(true)] out Endpoint? endpoint, [NotNullWhen(false)] out string? reason)
    {
        endpoint = null;
        reason = null;
        if (string.IsNullOrWhiteSpace(value))
        {
            reason = $"is empty; give one of {string.Join(", ", KnownNames)}, or a URL";
        }
        else if ((PastedText.FaultOfQuotes(value) ?? PastedText.FaultOfCharacters(value)) is { } pasted)
        {
            reason = pasted;
        }
        else if (value.Contains('/', StringComparison.Ordinal))
        {
            reason = value.EndsWith('/')
                ? "must not end with a slash"
                : FaultOfUrl(value, $"holds a slash, so it is read as a URL, and it {NoUrl}");
            endpoint = reason is null ? new Endpoint(NameOfUrl(value), value) : null;
        }
        else
        {
            var known = Array.Find(Known, candidate => candidate.Name == value);
            endpoint = known.Url is null ? null : new Endpoint(known.Name, known.Url);
            reason = endpoint is null ? UnknownName(value) : null;
        }

        return endpoint is not null;
    }

    /// <summary>As <see cref="TryParse"/>, for values known to be good.</summary>
    /// <exception cref="FormatException">The value is no endpoint.</exception>
    public static Endpoint Parse(string value)
        => TryParse(value, out var endpoint, out var reason) ? endpoint : throw new FormatException($"the endpoint {reason}");

    /// <summary>The URL of a path; a path that begins /v1/ or /v2/ takes the place of the /1.0 of the base URL.</summary>
    /// <param name="pathAndQuery">Path with its segments already percent-encoded, beginning with a slash.</param>
    public Uri UrlOf(string pathAndQuery)
    {
        var versioned = pathAndQuery.StartsWith("/v1/", StringComparison.Ordinal)
            || pathAndQuery.StartsWith("/v2/", StringComparison.Ordinal);
        var root = versioned && BaseUrl.EndsWith(VersionSuffix, StringComparison.Ordinal) ? BaseUrl[..^VersionSuffix.Length] : BaseUrl;

        // The signature covers the URL as sent: nothing may be un-escaped or compacted on the way.
        return new Uri(root + pathAndQuery, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
    }

    /// <summary>What keeps a text from being the URL of a server to talk to; null for nothing.</summary>
    public static string? FaultOfUrl(string value) =>
        PastedText.FaultOfQuotes(value) ?? PastedText.FaultOfCharacters(value) ?? FaultOfUrl(value, NoUrl);

    /// <inheritdoc/>
    public override string ToString() => Name;

    private static string NameOfUrl(string url) => Array.Find(Known, known => known.Url == url).Name ?? url;

    private static string? FaultOfUrl(string value, string noUrl)
    {
        if (!Uri.TryCreate(value, UriKind.Absolute, out var url) || (url.Scheme != Uri.UriSchemeHttp && url.Scheme != Uri.UriSchemeHttps))
        {
            return noUrl;
        }

        return url.UserInfo.Length + url.Query.Length + url.Fragment.Length > 0
            ? "must be a plain URL: no user name, no query, no fragment"
            : null;
    }

    private static string UnknownName(string value)
    {
        var hint = NearestName.Of(value, KnownNames) is { } nearest ? $" (did you mean {nearest}?)" : "";
        return $"\"{UserInformation.Hidden(value)}\" is not known{hint}; give one of {string.Join(", ", KnownNames)}, or a URL";
    }
}
