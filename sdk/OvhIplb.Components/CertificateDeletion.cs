using System.ComponentModel;
using Pulumi;

namespace OvhIplb.Components;

/// <summary>What becomes of a certificate when its resource is deleted.</summary>
[EnumType]
public readonly struct CertificateDeletion : IEquatable<CertificateDeletion>
{
    private readonly string _value;

    private CertificateDeletion(string value)
    {
        _value = value ?? throw new ArgumentNullException(nameof(value));
    }

    /// <summary>Delete it from the load balancer.</summary>
    public static CertificateDeletion Delete { get; } = new("delete");

    /// <summary>Leave it on the load balancer.</summary>
    public static CertificateDeletion Retain { get; } = new("retain");

    /// <summary>Whether both are the same value.</summary>
    public static bool operator ==(CertificateDeletion left, CertificateDeletion right) => left.Equals(right);

    /// <summary>Whether the two are different values.</summary>
    public static bool operator !=(CertificateDeletion left, CertificateDeletion right) => !left.Equals(right);

    /// <summary>The value as the API spells it.</summary>
    public static explicit operator string(CertificateDeletion value) => value._value;

    /// <inheritdoc />
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override bool Equals(object? obj) => obj is CertificateDeletion other && Equals(other);

    /// <inheritdoc />
    public bool Equals(CertificateDeletion other) => string.Equals(_value, other._value, StringComparison.Ordinal);

    /// <inheritdoc />
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override int GetHashCode() => _value?.GetHashCode(StringComparison.Ordinal) ?? 0;

    /// <inheritdoc />
    public override string ToString() => _value;
}
