using System.ComponentModel;
using Pulumi;

namespace OvhIplb.Components;

/// <summary>Which call of the API tells the state.</summary>
[EnumType]
public readonly struct InstancesStateSource : IEquatable<InstancesStateSource>
{
    private readonly string _value;

    private InstancesStateSource(string value)
    {
        _value = value ?? throw new ArgumentNullException(nameof(value));
    }

    /// <summary><c>GET …/instancesState</c>, which tells of each instance. OVHcloud has announced its end.</summary>
    public static InstancesStateSource InstancesState { get; } = new("instancesState");

    /// <summary><c>GET …/status</c>, which tells of the service as a whole.</summary>
    public static InstancesStateSource Status { get; } = new("status");

    /// <summary>Whether both are the same value.</summary>
    public static bool operator ==(InstancesStateSource left, InstancesStateSource right) => left.Equals(right);

    /// <summary>Whether the two are different values.</summary>
    public static bool operator !=(InstancesStateSource left, InstancesStateSource right) => !left.Equals(right);

    /// <summary>The value as the API spells it.</summary>
    public static explicit operator string(InstancesStateSource value) => value._value;

    /// <inheritdoc />
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override bool Equals(object? obj) => obj is InstancesStateSource other && Equals(other);

    /// <inheritdoc />
    public bool Equals(InstancesStateSource other) => string.Equals(_value, other._value, StringComparison.Ordinal);

    /// <inheritdoc />
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override int GetHashCode() => _value?.GetHashCode(StringComparison.Ordinal) ?? 0;

    /// <inheritdoc />
    public override string ToString() => _value;
}
