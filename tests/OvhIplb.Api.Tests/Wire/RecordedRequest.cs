namespace OvhIplb.Api.Tests.Wire;

/// <summary>A request as it reached the transport.</summary>
public sealed record RecordedRequest(
    string Method,
    string Url,
    string Body,
    IReadOnlyDictionary<string, string> Headers,
    DateTimeOffset At);
