namespace OvhSimulator.Authentication;

/// <summary>An application and a consumer key, and what they may do.</summary>
public sealed class Credential
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
}
