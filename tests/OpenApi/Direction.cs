namespace OpenApi;

/// <summary>Which way a value travels.</summary>
public enum Direction
{
    /// <summary>In a request: what is optional may be absent, what is read-only must be.</summary>
    Request,

    /// <summary>In an answer: whatever can not be null is there.</summary>
    Answer,
}
