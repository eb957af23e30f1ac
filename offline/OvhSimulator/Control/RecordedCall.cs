using OvhSimulator.Authentication;

namespace OvhSimulator.Control;

/// <summary>A call the API received.</summary>
/// <param name="Method">GET, POST, PUT or DELETE.</param>
/// <param name="Path">Path and query below /1.0, exactly as sent.</param>
/// <param name="QueryId">The X-Ovh-QueryID it was answered with.</param>
/// <param name="Time">World time of its arrival.</param>
public sealed record RecordedCall(string Method, string Path, string QueryId, DateTimeOffset Time)
{
    /// <summary>The status answered; null while under way or where the connection was dropped.</summary>
    public int? Status { get; internal set; }

    /// <summary>Whether the call asks for a change, whatever came of it. Asking for a token does not.</summary>
    public bool IsWrite => Method is not ("GET" or "HEAD" or "OPTIONS") && Path != TokenEndpoint.Path;
}
