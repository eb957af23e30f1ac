using OvhSimulator.Accounts;
using OvhSimulator.Worlds;

namespace OvhSimulator.Authentication;

/// <summary>An application and a consumer key, and what they may do.</summary>
public sealed class Credential : ICaller
{
    public const string DefaultApplicationKey = "simulator-application-key";
    public const string DefaultApplicationSecret = "simulator-application-secret";
    public const string DefaultConsumerKey = "simulator-consumer-key";

    public string ApplicationKey { get; init; } = DefaultApplicationKey;

    public string ApplicationSecret { get; init; } = DefaultApplicationSecret;

    public string ConsumerKey { get; init; } = DefaultConsumerKey;

    public long ApplicationId { get; init; }

    public long CredentialId { get; init; }

    /// <summary>expired, pendingValidation, refused or validated.</summary>
    public string Status { get; set; } = "validated";

    public DateTimeOffset Creation { get; init; }

    public DateTimeOffset? LastUse { get; set; }

    public List<AccessRule> Rules { get; init; } = [];

    /// <summary>The addresses it was asked for; shown, not enforced: on loopback there is one.</summary>
    public List<string>? AllowedIPs { get; init; }

    /// <summary>Where the customer's browser goes after validating it.</summary>
    public string? Redirection { get; init; }

    string ICaller.Method => "account";

    string? ICaller.Description => null;

    IReadOnlyList<AccessRule>? ICaller.AllowedRoutes => Rules;

    string ICaller.Identity(Account account) => $"urn:v1:eu:identity:account:{account.Nichandle}";

    // The account's own user: IAM refuses it nothing.
    bool ICaller.IsGranted(string action) => true;

    void ICaller.LogOut(World world) => Status = "expired";
}
