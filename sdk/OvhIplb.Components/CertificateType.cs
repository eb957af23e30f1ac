using System.ComponentModel;
using Pulumi;

namespace OvhIplb.Components;

/// <summary>What kind of certificate it is, as the API says.</summary>
[EnumType]
public readonly struct CertificateType : IEquatable<CertificateType>
{
    private readonly string _value;

    private CertificateType(string value)
    {
        _value = value ?? throw new ArgumentNullException(nameof(value));
    }

    /// <summary>Ordered through OVHcloud and routed.</summary>
    public static CertificateType Built { get; } = new("built");

    /// <summary>Ordered through OVHcloud, but a name of it no longer points to the load balancer.</summary>
    public static CertificateType BuiltNotRouted { get; } = new("built_not_routed");

    /// <summary>Uploaded by the user.</summary>
    public static CertificateType Custom { get; } = new("custom");

    /// <summary>Whether both are the same value.</summary>
    public static bool operator ==(CertificateType left, CertificateType right) => left.Equals(right);

    /// <summary>Whether the two are different values.</summary>
    public static bool operator !=(CertificateType left, CertificateType right) => !left.Equals(right);

    /// <summary>The value as the API spells it.</summary>
    public static explicit operator string(CertificateType value) => value._value;

    /// <inheritdoc />
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override bool Equals(object? obj) => obj is CertificateType other && Equals(other);

    /// <inheritdoc />
    public bool Equals(CertificateType other) => string.Equals(_value, other._value, StringComparison.Ordinal);

    /// <inheritdoc />
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override int GetHashCode() => _value?.GetHashCode(StringComparison.Ordinal) ?? 0;

    /// <inheritdoc />
    public override string ToString() => _value;
}
