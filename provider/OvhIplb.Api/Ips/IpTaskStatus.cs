using System.Text.Json.Serialization;
using OvhIplb.Api.Json;

namespace OvhIplb.Api.Ips;

/// <summary>How far an IP task has come.</summary>
[JsonConverter(typeof(OpenEnumerationConverter<IpTaskStatus>))]
public readonly record struct IpTaskStatus : IOpenEnumeration<IpTaskStatus>
{
    private readonly string? _word;

    private IpTaskStatus(string word) => _word = word;

    public static IpTaskStatus Init { get; } = new("init");

    public static IpTaskStatus Todo { get; } = new("todo");

    public static IpTaskStatus Doing { get; } = new("doing");

    public static IpTaskStatus Done { get; } = new("done");

    public static IpTaskStatus Cancelled { get; } = new("cancelled");

    public static IpTaskStatus CustomerError { get; } = new("customerError");

    public static IpTaskStatus OvhError { get; } = new("ovhError");

    /// <summary>Whether it ended without having done its work.</summary>
    public bool HasFailed => this == Cancelled || this == CustomerError || this == OvhError;

    /// <summary>Whether nothing more will happen. A status this client does not know counts as still running.</summary>
    public bool IsFinal => this == Done || HasFailed;

    /// <inheritdoc/>
    public string Word => _word ?? "";

    /// <inheritdoc/>
    public static IpTaskStatus From(string word) => new(word);

    /// <inheritdoc/>
    public override string ToString() => Word;
}
