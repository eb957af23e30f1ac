using OvhIplb.Api.Errors;
using OvhIplb.Api.IpBlocks;
using OvhIplb.Api.Ips;
using OvhIplb.Provider.Framework.Resources;

namespace OvhIplb.Provider.Process;

/// <summary>
/// Reads a block of the account (<c>GET /ip/{ip}</c>). The refusal of an unknown block names the related blocks of the account.
/// </summary>
internal static class OwnedBlocks
{
    private const int Shown = 5;

    /// <param name="session">The session.</param>
    /// <param name="block">The block to read.</param>
    /// <param name="property">The input that names it.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <exception cref="InputException">The account has no such block.</exception>
    public static async Task<Ip> FindAsync(Session session, IpBlock block, string property, CancellationToken cancellation)
    {
        try
        {
            return await session.Client.Ips.GetAsync(block, cancellation);
        }
        catch (NotFoundException notFound)
        {
            throw await RelatedAsync(session, block, property, notFound, cancellation)
                ?? new InputException(property, $"there is no {block} in this account. {notFound.Message}");
        }
    }

    /// <summary>As <see cref="FindAsync"/>, but null where no block of the account overlaps with this one.</summary>
    /// <param name="session">The session.</param>
    /// <param name="block">The block to read.</param>
    /// <param name="property">The input that names it.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <exception cref="InputException">The account has a larger block around this one, or smaller blocks within it.</exception>
    public static async Task<Ip?> FindOrNullAsync(Session session, IpBlock block, string property, CancellationToken cancellation)
    {
        try
        {
            return await session.Client.Ips.GetAsync(block, cancellation);
        }
        catch (NotFoundException notFound)
        {
            return await RelatedAsync(session, block, property, notFound, cancellation) is { } refusal ? throw refusal : null;
        }
    }

    private static async Task<InputException?> RelatedAsync(
        Session session, IpBlock block, string property, NotFoundException notFound, CancellationToken cancellation)
    {
        var owned = await ListAsync(session, cancellation);
        IpBlock[] around = [.. owned.Where(other => other.PrefixLength < block.PrefixLength && other.Contains(block.Address))];
        if (around is [var whole, ..])
        {
            return new InputException(
                property, $"{block} belongs to the block {whole} of this account, and only whole blocks can be moved; write {whole}. "
                    + $"{notFound.Message}");
        }

        IpBlock[] within = [.. owned.Where(other => other.PrefixLength > block.PrefixLength && block.Contains(other.Address))];
        return within.Length == 0
            ? null
            : new InputException(
                property,
                $"there is no {block} in this account. It has "
                    + $"{string.Join(", ", within.Take(Shown))}{(within.Length > Shown ? ", …" : "")} within it; declare each of "
                + $"them. {notFound.Message}");
    }

    /// <summary>What may not be listed is no reason to say less of what was asked for.</summary>
    private static async Task<IReadOnlyList<IpBlock>> ListAsync(Session session, CancellationToken cancellation)
    {
        try
        {
            return await session.Client.Ips.ListAsync(cancellation);
        }
        catch (OvhApiException)
        {
            return [];
        }
    }
}
