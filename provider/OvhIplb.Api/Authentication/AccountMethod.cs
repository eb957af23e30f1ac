using System.Text.Json.Serialization;
using OvhIplb.Api.Json;

namespace OvhIplb.Api.Authentication;

/// <summary>How the caller is known to the API.</summary>
[JsonConverter(typeof(OpenEnumerationConverter<AccountMethod>))]
public readonly record struct AccountMethod : IOpenEnumeration<AccountMethod>
{
    private readonly string? _word;

    private AccountMethod(string word) => _word = word;

    public static AccountMethod Account { get; } = new("account");

    public static AccountMethod Oauth2ClientCredentials { get; } = new("oauth2_client_credentials");

    public static AccountMethod Provider { get; } = new("provider");

    public static AccountMethod User { get; } = new("user");

    /// <inheritdoc/>
    public string Word => _word ?? "";

    /// <inheritdoc/>
    public static AccountMethod From(string word) => new(word);

    /// <inheritdoc/>
    public override string ToString() => Word;
}
