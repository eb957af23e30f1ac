namespace OvhIplb.Api.Certificates;

/// <summary>A certificate of one's own, as PEM texts.</summary>
/// <remarks>A class, not a record: a record would print the key.</remarks>
public sealed class CertificateUpload
{
    /// <summary>The leaf certificate.</summary>
    public required string Certificate { get; init; }

    /// <summary>Its private key, not encrypted.</summary>
    public required string Key { get; init; }

    /// <summary>The certificates between the leaf and its root, in this order; null for none.</summary>
    public string? Chain { get; init; }

    /// <summary>What it is called; null for nothing.</summary>
    public string? DisplayName { get; init; }

    /// <inheritdoc/>
    public override string ToString() => "certificate upload";
}
