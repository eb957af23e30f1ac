using System.ComponentModel;
using Pulumi;

namespace OvhIplb.Components;

/// <summary>What becomes of a failover IP when its attachment is deleted.</summary>
[EnumType]
public readonly struct AttachmentDeletion : IEquatable<AttachmentDeletion>
{
    private readonly string _value;

    private AttachmentDeletion(string value)
    {
        _value = value ?? throw new ArgumentNullException(nameof(value));
    }

    /// <summary>Park it: it stays in the account and serves nowhere. Only done while it still is on our load balancer.</summary>
    public static AttachmentDeletion Park { get; } = new("park");

    /// <summary>Leave it routed where it is.</summary>
    public static AttachmentDeletion Retain { get; } = new("retain");

    /// <summary>Whether both are the same value.</summary>
    public static bool operator ==(AttachmentDeletion left, AttachmentDeletion right) => left.Equals(right);

    /// <summary>Whether the two are different values.</summary>
    public static bool operator !=(AttachmentDeletion left, AttachmentDeletion right) => !left.Equals(right);

    /// <summary>The value as the API spells it.</summary>
    public static explicit operator string(AttachmentDeletion value) => value._value;

    /// <inheritdoc />
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override bool Equals(object? obj) => obj is AttachmentDeletion other && Equals(other);

    /// <inheritdoc />
    public bool Equals(AttachmentDeletion other) => string.Equals(_value, other._value, StringComparison.Ordinal);

    /// <inheritdoc />
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override int GetHashCode() => _value?.GetHashCode(StringComparison.Ordinal) ?? 0;

    /// <inheritdoc />
    public override string ToString() => _value;
}
