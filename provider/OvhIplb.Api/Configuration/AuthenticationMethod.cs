using OvhIplb.Api.Authentication;
using OvhIplb.Api.Endpoints;

namespace OvhIplb.Api.Configuration;

/// <summary>A way to authenticate: all of its parts are needed, and none of another's may be there.</summary>
/// <param name="Parts">The settings it is made of.</param>
/// <param name="Create">Makes the credentials, once every part is there and good.</param>
internal sealed record AuthenticationMethod(IReadOnlyList<Setting> Parts, Func<Findings, Endpoint, Credentials> Create)
{
    public static AuthenticationMethod ApplicationKey { get; } = new(
        [Setting.ApplicationKey, Setting.ApplicationSecret, Setting.ConsumerKey],
        static (found, _) => new ApplicationCredentials(
            found.ValueOf(Setting.ApplicationKey), found.ValueOf(Setting.ApplicationSecret), found.ValueOf(Setting.ConsumerKey)));

    public static AuthenticationMethod ServiceAccount { get; } = new(
        [Setting.ClientId, Setting.ClientSecret],
        static (found, endpoint) => new ServiceAccount(
            found.ValueOf(Setting.ClientId),
            found.ValueOf(Setting.ClientSecret),
            found.Of(Setting.TokenUrl) is { } tokenUrl ? new Uri(tokenUrl.Value) : endpoint.TokenUrl!));

    public static AuthenticationMethod AccessToken { get; } = new(
        [Setting.AccessToken],
        static (found, _) => new AccessToken(found.ValueOf(Setting.AccessToken)));

    public static IReadOnlyList<AuthenticationMethod> All { get; } = [ApplicationKey, ServiceAccount, AccessToken];
}
