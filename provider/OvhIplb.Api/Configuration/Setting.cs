using System.Text.Json;

namespace OvhIplb.Api.Configuration;

/// <summary>One thing that can be set, and what each place calls it.</summary>
/// <param name="Name">The provider's configuration: applicationKey.</param>
/// <param name="GivenIn">Its value among what was given outright.</param>
internal sealed record Setting(string Name, Func<Settings, string?> GivenIn)
{
    public static Setting Endpoint { get; } = new("endpoint", settings => settings.Endpoint);

    public static Setting ApplicationKey { get; } = new("applicationKey", settings => settings.ApplicationKey);

    public static Setting ApplicationSecret { get; } = new("applicationSecret", settings => settings.ApplicationSecret);

    public static Setting ConsumerKey { get; } = new("consumerKey", settings => settings.ConsumerKey);

    public static Setting ClientId { get; } = new("clientId", settings => settings.ClientId);

    public static Setting ClientSecret { get; } = new("clientSecret", settings => settings.ClientSecret);

    public static Setting TokenUrl { get; } = new("tokenUrl", settings => settings.TokenUrl);

    public static Setting AccessToken { get; } = new("accessToken", settings => settings.AccessToken);

    /// <summary>ovh.conf: application_key.</summary>
    public string Key { get; } = JsonNamingPolicy.SnakeCaseLower.ConvertName(Name);

    /// <summary>The environment: OVH_APPLICATION_KEY.</summary>
    public string Variable { get; } = "OVH_" + JsonNamingPolicy.SnakeCaseUpper.ConvertName(Name);
}
