using System.Diagnostics.CodeAnalysis;

namespace Pulumi;

/// <summary>The name of a resource in the state: <c>urn:pulumi:stack::project::parentType$type::name</c>.</summary>
public readonly struct Urn : IEquatable<Urn>
{
    private readonly string _value;

    /// <summary>Takes a URN that exists already.</summary>
    public Urn(string value) => _value = value;

    public static implicit operator string(Urn value) => value.ToString();

    public static bool operator ==(Urn left, Urn right) => left.Equals(right);

    public static bool operator !=(Urn left, Urn right) => !left.Equals(right);

    /// <summary>The URN of a resource of that name and type; project and stack default to the running ones.</summary>
    public static Output<string> Create(
        Input<string> name,
        Input<string> type,
        Resource? parent = null,
        Input<string>? parentUrn = null,
        Input<string>? project = null,
        Input<string>? stack = null)
    {
        if (parent != null && parentUrn != null)
        {
            throw new ArgumentException($"Give either {nameof(parent)} or {nameof(parentUrn)}, not both.");
        }

        var above = parent?.Urn ?? parentUrn?.ToOutput();
        var prefix = above != null
            ? above.Apply(urn => urn[..urn.LastIndexOf("::", StringComparison.Ordinal)] + "$")
            : Output.Format($"urn:pulumi:{stack ?? Deployment.Instance.StackName}::{project ?? Deployment.Instance.ProjectName}::");
        return Output.Format($"{prefix}{type}::{name}");
    }

    public bool Equals(Urn other) => ToString() == other.ToString();

    public override bool Equals([NotNullWhen(true)] object? obj) => obj is Urn other && Equals(other);

    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    public override string ToString() => _value ?? "";
}
