namespace OvhIplb.Api.Authentication;

/// <summary>Who the credentials belong to (<c>GET /auth/details</c>).</summary>
public sealed record Details
{
    /// <summary>The account's NIC handle, for example ab12345-ovh.</summary>
    public string Account { get; init => field = value ?? ""; } = "";

    public AccountMethod Method { get; init; }

    /// <summary>URNs.</summary>
    public IReadOnlyList<string> Identities { get; init => field = value ?? []; } = [];

    public string? User { get; init; }

    public string? Description { get; init; }
}
