using System.Text.Json;
using OvhIplb.Api.Json;
using OvhIplb.Api.Pipeline;

namespace OvhIplb.Api.Authentication;

/// <summary>Exchanges a service account's id and secret for an access token, and again before it expires or when it is refused.</summary>
internal sealed class TokenHandler(ServiceAccount account, RequestFactory requests, TimeProvider time) : PreparingHandler<Token>(time)
{
    /// <summary>How long before its end a token is replaced, so that none expires between here and the API.</summary>
    private static readonly TimeSpan LongestMargin = TimeSpan.FromMinutes(1);

    protected override string ValueName => "an access token";

    protected override bool IsGood(Token value) => Time.GetUtcNow() < value.RenewFrom;

    protected override bool Blames(int status, string? errorCode)
        => status == 401 || (status == 403 && errorCode is "INVALID_CREDENTIAL" or "NOT_CREDENTIAL" or "MISSING_CREDENTIAL");

    protected override HttpRequestMessage Question()
    {
        var request = requests.CreateAnonymous(HttpMethod.Post, account.TokenUrl);
        request.Content = new FormUrlEncodedContent(
        [
            new("grant_type", "client_credentials"),
            new("client_id", account.ClientId),
            new("client_secret", account.ClientSecret),
            new("scope", "all"),
        ]);
        return request;
    }

    protected override Token? ValueIn(string answer)
    {
        var read = Read(answer);
        if (string.IsNullOrEmpty(read?.AccessToken) || Credentials.CannotBePart(read.AccessToken))
        {
            return null;
        }

        requests.Redaction.Add(read.AccessToken);
        return new Token(read.AccessToken, RenewFrom(read.ExpiresIn));
    }

    private static TokenAnswer? Read(string answer)
    {
        try
        {
            return JsonSerializer.Deserialize(answer, ApiJson.Default.TokenAnswer);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private DateTimeOffset RenewFrom(double? lifetime)
    {
        if (lifetime is not (>= 0 and < int.MaxValue))
        {
            // Without a word on its end it is used until it is refused.
            return DateTimeOffset.MaxValue;
        }

        var life = TimeSpan.FromSeconds(lifetime.Value);
        return Time.GetUtcNow() + life - (life / 10 < LongestMargin ? life / 10 : LongestMargin);
    }
}
