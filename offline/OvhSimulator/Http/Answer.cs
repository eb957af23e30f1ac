namespace OvhSimulator.Http;

/// <summary>What a call is answered.</summary>
internal sealed record Answer(int Status, ReadOnlyMemory<byte> Body, string ContentType = "application/json; charset=utf-8")
{
    /// <summary>What it carries beside content type and query id.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    public static Answer Json(int status, object? value) => new(status, Format.Serialize(value));
}
