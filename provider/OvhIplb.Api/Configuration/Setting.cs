using System.Text.Json;

namespace OvhIplb.Api.Configuration;

/// <summary>One thing that can be set, and what each place calls it.</summary>
/// <param name="Name">The provider's configuration: applicationKey.</param>
internal sealed record Setting(string Name)
{
    public static Setting Endpoint { get; } = new("endpoint");

    public static Setting ApplicationKey { get; } = new("applicationKey");

    public static Setting ApplicationSecret { get; } = new("applicationSecret");

    public static Setting ConsumerKey { get; } = new("consumerKey");

    public static Setting ClientId { get; } = new("clientId");

    public static Setting ClientSecret { get; } = new("clientSecret");

    /// <summary>Where client id and secret are exchanged for an access token; by default the endpoint's own.</summary>
    public static Setting TokenUrl { get; } = new("tokenUrl");

    public static Setting AccessToken { get; } = new("accessToken");

    /// <summary>ovh.conf: application_key.</summary>
    public string Key { get; } = JsonNamingPolicy.SnakeCaseLower.ConvertName(Name);

    /// <summary>The environment: OVH_APPLICATION_KEY.</summary>
    public string Variable { get; } = "OVH_" + JsonNamingPolicy.SnakeCaseUpper.ConvertName(Name);
}
