namespace OvhSimulator.Authentication;

/// <summary>A bearer token of a service account.</summary>
/// <param name="Token">What comes after <c>Bearer</c>.</param>
/// <param name="ClientId">The service account it acts for.</param>
/// <param name="Expires">By the server's clock; null for never.</param>
public sealed record AccessToken(string Token, string ClientId, DateTimeOffset? Expires)
{
    /// <summary>The token of the default world, which never expires.</summary>
    public const string DefaultToken = "simulator-access-token";

    internal bool IsValid(DateTimeOffset serverTime) => Expires is null || serverTime < Expires;
}
