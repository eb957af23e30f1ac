using OvhIplb.Api.Errors;
using OvhIplb.Api.IpBlocks;
using OvhIplb.Provider.Resources;

namespace OvhIplb.Provider.LoadBalancers;

/// <summary>Says of an IP that the API does not know which block of the account is meant.</summary>
internal static class OwnedBlocks
{
    private const int Shown = 5;

    /// <param name="session">The session.</param>
    /// <param name="block">What the API does not know.</param>
    /// <param name="property">The input that names it.</param>
    /// <param name="notFound">The API's answer.</param>
    /// <param name="cancellation">Ends the look.</param>
    public static async Task<InputException> UnknownAsync(
        Session session, IpBlock block, string property, NotFoundException notFound, CancellationToken cancellation)
    {
        IReadOnlyList<IpBlock> owned = await ListAsync(session, cancellation).ConfigureAwait(false);
        IpBlock[] around = [.. owned.Where(other => other.PrefixLength < block.PrefixLength && other.Contains(block.Address))];
        if (around is [var whole, ..])
        {
            return new InputException(
                property, $"{block} belongs to the block {whole} of this account, and only whole blocks can be moved; write {whole}. {notFound.Message}");
        }

        IpBlock[] within = [.. owned.Where(other => other.PrefixLength > block.PrefixLength && block.Contains(other.Address))];
        string parts = within.Length == 0
            ? ""
            : $" It has {string.Join(", ", within.Take(Shown))}{(within.Length > Shown ? ", …" : "")} within it; declare each of them.";
        return new InputException(property, $"there is no {block} in this account.{parts} {notFound.Message}");
    }

    /// <summary>What may not be listed is no reason to say less of what was asked for.</summary>
    private static async Task<IReadOnlyList<IpBlock>> ListAsync(Session session, CancellationToken cancellation)
    {
        try
        {
            return await session.Client.Ips.ListAsync(cancellation).ConfigureAwait(false);
        }
        catch (OvhApiException)
        {
            return [];
        }
    }
}
