using System.Text.Json;

namespace OvhSimulator.Tests;

/// <summary>An answer, read.</summary>
internal sealed record Reply(int Status, string Text, string? QueryId)
{
    /// <summary>Header fields of the answer, as sent.</summary>
    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    public JsonElement Json => JsonElement.Parse(Text);

    public JsonElement this[string property] => Json.GetProperty(property);

    public IEnumerable<string> Strings => Json.EnumerateArray().Select(e => e.GetString()!);

    public IEnumerable<long> Numbers => Json.EnumerateArray().Select(e => e.GetInt64());

    public static async Task<Reply> ReadAsync(HttpResponseMessage response) => new(
        (int)response.StatusCode,
        await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
        response.Headers.TryGetValues("X-Ovh-QueryID", out var values) ? values.Single() : null)
    {
        Headers = response.Headers.ToDictionary(header => header.Key, header => string.Join(", ", header.Value)),
    };

    public Reply Expect(int status)
    {
        Assert.True(Status == status, $"{Status} instead of {status}: {Text}");
        return this;
    }
}
