namespace OvhIplb.Api.Configuration;

/// <summary>What the user gave outright, before environment and files are looked at. Null and empty both mean: not given.</summary>
/// <remarks>A class, not a record: a record would print the secrets.</remarks>
public sealed class Settings
{
    public string? Endpoint { get; init; }

    public string? ApplicationKey { get; init; }

    public string? ApplicationSecret { get; init; }

    public string? ConsumerKey { get; init; }

    public string? ClientId { get; init; }

    public string? ClientSecret { get; init; }

    /// <summary>Where client id and secret are exchanged for an access token; by default the endpoint's own.</summary>
    public string? TokenUrl { get; init; }

    public string? AccessToken { get; init; }

    /// <inheritdoc/>
    public override string ToString() => "settings";
}
