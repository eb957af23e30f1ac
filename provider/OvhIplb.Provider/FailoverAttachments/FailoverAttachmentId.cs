using System.Diagnostics.CodeAnalysis;
using OvhIplb.Api.IpBlocks;
using OvhIplb.Provider.Framework.Resources;
using OvhIplb.Provider.Process;

namespace OvhIplb.Provider.FailoverAttachments;

/// <summary>Which block is attached to which load balancer: the resource's id, <c>serviceName/ipBlock</c>.</summary>
internal sealed record FailoverAttachmentId(string ServiceName, IpBlock Block)
{
    /// <exception cref="InputException">The text has another form.</exception>
    public static FailoverAttachmentId Parse(string id) => TryParse(id, out var parsed) ? parsed : throw Refusal(id);

    public static bool TryParse(string id, [NotNullWhen(true)] out FailoverAttachmentId? parsed)
    {
        var parts = id.Split('/', 2);
        parsed = parts.Length == 2 && Process.ServiceName.IsPossible(parts[0]) && IpBlock.TryParse(parts[1], out var block, out _)
            ? new FailoverAttachmentId(parts[0], block)
            : null;
        return parsed is not null;
    }

    private static InputException Refusal(string id)
    {
        var misspelt = new MisspeltId(id);
        return misspelt.Refusal(FailoverAttachmentSchema.Declaration, misspelt.Block?.ToString(), IpBlock.Check);
    }

    public override string ToString() => $"{ServiceName}/{Block}";
}
