namespace Pulumi.Testing;

/// <summary>Where a test run pretends to be.</summary>
public class TestOptions
{
    /// <summary>The project; <c>project</c> by default.</summary>
    public string? ProjectName { get; set; }

    /// <summary>The stack; <c>stack</c> by default.</summary>
    public string? StackName { get; set; }

    /// <summary>The organization; <c>organization</c> by default.</summary>
    public string? OrganizationName { get; set; }

    /// <summary>The folder of the project; reading it fails by default.</summary>
    public string? RootDirectory { get; set; }

    /// <summary>Whether it is a preview, which it is by default.</summary>
    public bool? IsPreview { get; set; }
}
