using OvhSimulator.Http;

namespace OvhSimulator.Authentication;

/// <summary>An OAuth2 client that acts with the rights IAM gives it.</summary>
public sealed class ServiceAccount
{
    public const string DefaultClientId = "EU.simulator";
    public const string DefaultClientSecret = "simulator-client-secret";

    public string ClientId { get; init; } = DefaultClientId;

    public string ClientSecret { get; init; } = DefaultClientSecret;

    public string? Description { get; init; }

    /// <summary>The IAM actions it is granted, in which <c>*</c> stands for anything, such as <c>loadbalancer:apiovh:*</c>.</summary>
    public List<string> Actions { get; init; } = [];

    internal bool IsGranted(string action) => Actions.Exists(granted => Wildcard.Matches(granted, action));
}
