using OvhIplb.Api.IpBlocks;
using OvhIplb.Provider.Framework.Resources;
using OvhIplb.Provider.Framework.Schema;

namespace OvhIplb.Provider.Process;

/// <summary>
/// The parts of a text that was to be an id: what an import was given may be one part alone, the parts in another order, a path or a URL
/// of the API, or have its slashes escaped.
/// </summary>
internal sealed class MisspeltId
{
    private const string Prefix = "loadbalancer-";
    private const string AnyServiceName = "<serviceName>";

    private readonly string _id;

    private readonly string[] _parts;

    public MisspeltId(string id)
    {
        _id = id;
        var path = Uri.UnescapeDataString(id.Trim());
        var scheme = path.IndexOf("://", StringComparison.Ordinal);
        _parts = path[(scheme < 0 ? 0 : scheme + 3)..].Split('/', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    /// <summary>The name of the load balancer among the parts; null where none is known by its look.</summary>
    public string? ServiceName
        => _parts.FirstOrDefault(static part => part.StartsWith(Prefix, StringComparison.Ordinal) && Process.ServiceName.IsPossible(part));

    /// <summary>The IP block among the parts, also where it is written as the name of a service; null where there is none.</summary>
    public IpBlock? Block => Enumerable.Range(0, _parts.Length).Select(BlockAt).FirstOrDefault(static block => block is not null);

    /// <summary>The last part that a rule takes; null where there is none.</summary>
    public string? Last(Func<string, bool> takes)
        => _parts.LastOrDefault(part => !part.StartsWith(Prefix, StringComparison.Ordinal) && takes(part));

    /// <summary>The refusal of an id that is the name of a load balancer alone, with the name that was probably meant.</summary>
    /// <param name="resource">The resource whose id it is not.</param>
    public InputException Refusal(ResourceDeclaration resource)
        => Refusal(resource, ServiceName is { } serviceName ? $" Write {serviceName}." : "");

    /// <summary>The refusal of an id that begins with a load balancer, with the id that was probably meant.</summary>
    /// <param name="resource">The resource whose id it is not.</param>
    /// <param name="rest">The part that belongs after the load balancer; null where no part of the text can be it.</param>
    /// <param name="check">The reason why a text is no such part; null where it is one.</param>
    public InputException Refusal(ResourceDeclaration resource, string? rest, Func<string, string?> check)
    {
        var meant = (ServiceName, rest) switch
        {
            ({ } serviceName, { } known) => $" Write {serviceName}/{known}.",
            (null, { } known) => $" Write {AnyServiceName}/{known}, with the name of the load balancer in front.",
            ({ } serviceName, null) when Following(serviceName) is { Length: > 0 } following =>
                check(following) is { } reason ? $" The part after {serviceName}/ is wrong: {reason}." : "",
            ({ } serviceName, null) => $" After {serviceName}/ the rest is missing.",
            _ => "",
        };
        return Refusal(resource, meant);
    }

    private InputException Refusal(ResourceDeclaration resource, string meant) =>
        new("", $"'{_id}' is not the id of a {resource.Name}. It has the form {resource.ImportId}.{meant}");

    private string Following(string serviceName) => string.Join('/', _parts.SkipWhile(part => part != serviceName).Skip(1));

    /// <summary>With the prefix length that may follow it after a slash.</summary>
    private IpBlock? BlockAt(int index)
    {
        var text = IpBlock.WithoutServicePrefix(_parts[index]);
        var next = _parts.ElementAtOrDefault(index + 1);
        return next is not null && IpBlock.TryParse($"{text}/{next}", out var block, out _) ? block
            // A number after an address is its prefix length: without it, the block would be another one.
            : next?.All(char.IsAsciiDigit) == true ? null
            : IpBlock.TryParse(text, out var single, out _) ? single
            : null;
    }
}
