using System.Diagnostics.CodeAnalysis;
using OvhIplb.Api.IpBlocks;
using OvhIplb.Provider.LoadBalancers;
using OvhIplb.Provider.Resources;

namespace OvhIplb.Provider.FailoverAttachments;

/// <summary>Which block is attached to which load balancer: the resource's id, <c>serviceName/ipBlock</c>.</summary>
internal sealed record AttachmentId(string ServiceName, IpBlock Block)
{
    /// <exception cref="InputException">The text has another form.</exception>
    public static AttachmentId Parse(string id) => TryParse(id, out AttachmentId? parsed) ? parsed : throw Refusal(id);

    public static bool TryParse(string id, [NotNullWhen(true)] out AttachmentId? parsed)
    {
        string[] parts = id.Split('/', 2);
        parsed = parts.Length == 2 && LoadBalancers.ServiceName.IsPossible(parts[0]) && IpBlock.TryParse(parts[1], out IpBlock block, out _)
            ? new AttachmentId(parts[0], block)
            : null;
        return parsed is not null;
    }

    private static InputException Refusal(string id)
    {
        var misspelt = new MisspeltId(id);
        return misspelt.Refusal(Properties.Declaration, misspelt.Block?.ToString(), IpBlock.Check);
    }

    public override string ToString() => $"{ServiceName}/{Block}";
}
