namespace OvhSimulator.Accounts;

/// <summary>The customer everything belongs to.</summary>
public sealed class Account
{
    /// <summary>The customer's identifier at OVH, such as <c>xx12345-ovh</c>.</summary>
    public string Nichandle { get; init; } = "xx12345-ovh";

    public string FirstName { get; init; } = "Ada";

    public string Name { get; init; } = "Example";

    public string Email { get; init; } = "ada@example.com";

    /// <summary>The OVH company the account belongs to, such as FR.</summary>
    public string OvhSubsidiary { get; init; } = "FR";
}
