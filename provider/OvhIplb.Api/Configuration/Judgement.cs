using OvhIplb.Api.Authentication;
using OvhIplb.Api.Endpoints;
using OvhIplb.Api.Proxies;

namespace OvhIplb.Api.Configuration;

/// <summary>Whether what was found makes one way to authenticate, and everything that keeps it from doing so.</summary>
/// <param name="found">All of it.</param>
/// <param name="endpoint">The endpoint; null where what was given is none.</param>
/// <param name="section">The section of ovh.conf that was looked in.</param>
/// <param name="sections">All sections of ovh.conf.</param>
internal sealed class Judgement(Findings found, Endpoint? endpoint, string section, IEnumerable<string> sections)
{
    public (Credentials? Credentials, IReadOnlyList<Fault> Faults) Pass()
    {
        var begun = AuthenticationMethod.All.Where(method => method.Parts.Any(found.Has)).ToArray();
        switch (begun)
        {
            case []:
                return (null, [Nothing()]);
            case [var only]:
                Fault[] faults = [.. Missing(only), .. Malformed(only), .. FaultsOfTokenUrl(only), .. SentInTheClear(only)];
                return (faults.Length == 0 && endpoint is not null ? only.Create(found, endpoint) : null, faults);
            default:
                return (null, [TooMany(begun)]);
        }
    }

    private Fault Nothing() => new(
        Setting.ApplicationKey.Name,
        "no credentials were found. Give applicationKey, applicationSecret and consumerKey, or clientId and clientSecret, or accessToken "
        + "in the provider's configuration; or set "
        + string.Join(", or ", AuthenticationMethod.All.Select(method => string.Join(", ", method.Parts.Select(part => part.Variable))))
        + "; or write "
        + string.Join(", or ", AuthenticationMethod.All.Select(method => string.Join(", ", method.Parts.Select(part => part.Key))))
        + $" into section [{UserInformation.Hidden(section)}] of ovh.conf" + Misspelt());

    /// <summary>A section that looks the same and is not the one: names of sections count to the letter, blanks included.</summary>
    private string Misspelt() => sections.FirstOrDefault(name => name != section && Bare(name) == Bare(section)) is { } other
        ? $". There is a section [{UserInformation.Hidden(other)}], which is not read: write its name as "
            + $"[{UserInformation.Hidden(section)}]"
        : "";

    private static string Bare(string name) => name.Trim().TrimEnd('/').ToLowerInvariant();

    private Fault TooMany(AuthenticationMethod[] begun) => new(
        begun[^1].Parts.First(found.Has).Name,
        $"more than one way to authenticate was found: {found.Describe(begun.SelectMany(method => method.Parts))}. Keep one of them: "
        + string.Join("; or ", begun.Select(method => string.Join(", ", method.Parts.Select(part => part.Name)))));

    private IEnumerable<Fault> Missing(AuthenticationMethod method) => method.Parts
        .Where(part => !found.Has(part))
        .Select(part => new Fault(
            part.Name,
            $"is missing, and the credentials need all of {string.Join(", ", method.Parts.Select(needed => needed.Name))}; found "
                + $"{found.Describe(method.Parts)}"));

    private IEnumerable<Fault> Malformed(AuthenticationMethod method) => method.Parts
        .Select(part => (Part: part, Reason: found.Of(part) is { } given ? Malformed(given.Value) : null))
        .Where(judged => judged.Reason is not null)
        .Select(judged => new Fault(judged.Part.Name, judged.Reason + From(judged.Part)));

    private static string? Malformed(string value) => Credentials.CannotBePart(value)
        ? "has white space, control characters or characters beyond ASCII, which no credential has"
        : PastedText.FaultOfQuotes(value);

    /// <summary>A signature is good for one request; a secret or a token that others read is theirs.</summary>
    private IEnumerable<Fault> SentInTheClear(AuthenticationMethod method)
    {
        if (method == AuthenticationMethod.ApplicationKey)
        {
            yield break;
        }

        if (endpoint is not null && IsInTheClear(endpoint.BaseUrl))
        {
            yield return new Fault(Setting.Endpoint.Name, $"must be https, as it is sent an access token{From(Setting.Endpoint)}");
        }

        if (method == AuthenticationMethod.ServiceAccount && found.Of(Setting.TokenUrl) is { } tokenUrl && IsInTheClear(tokenUrl.Value))
        {
            yield return new Fault(Setting.TokenUrl.Name, $"must be https, as it is sent the client secret{From(Setting.TokenUrl)}");
        }
    }

    private static bool IsInTheClear(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme == Uri.UriSchemeHttp && !Loopback.IsCertain(url);

    private string From(Setting setting) => found.Of(setting) is { } given ? $" (from {given.Source})" : "";

    private IEnumerable<Fault> FaultsOfTokenUrl(AuthenticationMethod method)
    {
        if (method != AuthenticationMethod.ServiceAccount)
        {
            yield break;
        }

        if (found.Of(Setting.TokenUrl) is { } given)
        {
            if (Endpoint.FaultOfUrl(given.Value) is { } reason)
            {
                yield return new Fault(Setting.TokenUrl.Name, $"{reason} (from {given.Source})");
            }
        }
        else if (endpoint is { TokenUrl: null })
        {
            yield return new Fault(
                Setting.TokenUrl.Name,
                $"is missing: no token URL is known for the endpoint {endpoint.Name}, and a service account needs one; found "
                    + $"{found.Describe(method.Parts)}");
        }
    }
}
