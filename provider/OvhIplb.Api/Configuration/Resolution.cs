using System.Diagnostics.CodeAnalysis;
using OvhIplb.Api.Authentication;
using OvhIplb.Api.Endpoints;

namespace OvhIplb.Api.Configuration;

/// <summary>Either an endpoint and credentials, or everything that stands in their way.</summary>
public sealed class Resolution
{
    internal Resolution(
        Endpoint? endpoint,
        Credentials? credentials,
        IReadOnlyList<Fault> faults,
        IReadOnlyDictionary<string, string> sources)
    {
        Endpoint = endpoint;
        Credentials = credentials;
        Faults = faults;
        Sources = sources;
    }

    /// <summary>Whether a client can be built.</summary>
    [MemberNotNullWhen(true, nameof(Endpoint), nameof(Credentials))]
    public bool IsComplete => Endpoint is not null && Credentials is not null;

    /// <summary>The endpoint; ovh-eu where none was given anywhere; null where what was given is none.</summary>
    public Endpoint? Endpoint { get; }

    public Credentials? Credentials { get; }

    /// <summary>All of them at once; empty exactly when complete.</summary>
    public IReadOnlyList<Fault> Faults { get; }

    /// <summary>Where each value that is present came from, by setting; fit to be shown.</summary>
    public IReadOnlyDictionary<string, string> Sources { get; }
}
