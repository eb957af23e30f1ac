using System.Text.Json.Serialization;

namespace OvhIplb.Api.Authentication;

/// <summary>What a token URL answers (RFC 6749, section 5.1).</summary>
/// <remarks>A class, not a record: a record would print the token.</remarks>
internal sealed class TokenAnswer
{
    [JsonPropertyName("access_token")]
    public string? AccessToken { get; init; }

    /// <summary>Seconds; null where the server does not say.</summary>
    [JsonPropertyName("expires_in")]
    public double? ExpiresIn { get; init; }
}
