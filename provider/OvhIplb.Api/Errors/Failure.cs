namespace OvhIplb.Api.Errors;

/// <summary>Everything known about a call that failed.</summary>
/// <param name="Method">HTTP method, upper case.</param>
/// <param name="Path">Path and query below the endpoint's base URL, as sent.</param>
public sealed record Failure(string Method, string Path)
{
    /// <summary>HTTP status; null where no answer came.</summary>
    public int? StatusCode { get; init; }

    /// <summary>The API's own words, or what went wrong on the way to them.</summary>
    public string ApiMessage { get; init; } = "";

    /// <summary>Code of the gateway, for example INVALID_KEY.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>Class of the application, for example Client::NotFound.</summary>
    public string? ErrorClass { get; init; }

    /// <summary>Further facts the application gave, by name.</summary>
    public IReadOnlyDictionary<string, string> Details { get; init; } = new Dictionary<string, string>();

    /// <summary>X-Ovh-QueryID, which OVH's support asks for.</summary>
    public string? QueryId { get; init; }

    /// <summary>Whether the call may have been carried out all the same.</summary>
    public bool MayHaveTakenEffect { get; init; }

    /// <summary>How long the server asked to be left alone; null where it named nothing.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Whether the same call may well succeed a little later.</summary>
    internal bool IsTransient { get; init; }

    /// <summary>Whether the call never left: no connection came about, or what was needed to send it could not be had.</summary>
    internal bool WasNotSent { get; init; }
}
