using OvhIplb.Api.IpBlocks;

namespace OvhIplb.Provider.FailoverAttachments;

/// <summary>A text that changes whenever the block was moved here anew.</summary>
internal static class FailoverAttachmentRevision
{
    public static string Of(IpBlock block, string? taskId, string origin) => $"{block}#{taskId ?? origin}";
}
