using System.Text.Json.Serialization;
using OvhIplb.Api.Json;

namespace OvhIplb.Api.Ips;

/// <summary>What an IP task does; moves and parkings are genericMoveFloatingIp.</summary>
[JsonConverter(typeof(OpenEnumerationConverter<IpTaskFunction>))]
public readonly record struct IpTaskFunction : IOpenEnumeration<IpTaskFunction>
{
    private readonly string? _word;

    private IpTaskFunction(string word) => _word = word;

    public static IpTaskFunction ArinBlockReassign { get; } = new("arinBlockReassign");

    public static IpTaskFunction ChangeRipeOrg { get; } = new("changeRipeOrg");

    public static IpTaskFunction CheckAndReleaseIp { get; } = new("checkAndReleaseIp");

    public static IpTaskFunction GenericMoveFloatingIp { get; } = new("genericMoveFloatingIp");

    public static IpTaskFunction SupernetByoipFailoverPartitioning { get; } = new("supernetByoipFailoverPartitioning");

    /// <inheritdoc/>
    public string Word => _word ?? "";

    /// <inheritdoc/>
    public static IpTaskFunction From(string word) => new(word);

    /// <inheritdoc/>
    public override string ToString() => Word;
}
