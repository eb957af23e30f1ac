using OvhSimulator.Accounts;
using OvhSimulator.Worlds;

namespace OvhSimulator.Authentication;

/// <summary>Who is asking, once the gateway knows.</summary>
internal interface ICaller
{
    /// <summary>account or oauth2_client_credentials.</summary>
    string Method { get; }

    string? Description { get; }

    /// <summary>The access rules of a consumer key; null where IAM alone decides.</summary>
    IReadOnlyList<AccessRule>? AllowedRoutes { get; }

    /// <summary>The URN of the identity in IAM.</summary>
    string Identity(Account account);

    /// <summary>Whether IAM grants an action such as <c>loadbalancer:apiovh:refresh</c>.</summary>
    bool IsGranted(string action);

    /// <summary>Ends the credential the call was made with.</summary>
    void LogOut(World world);
}
