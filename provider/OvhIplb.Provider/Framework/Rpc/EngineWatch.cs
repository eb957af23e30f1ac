using System.Globalization;
using System.Net.Sockets;

namespace OvhIplb.Provider.Framework.Rpc;

/// <summary>
/// Notices that the engine which started this plugin is gone without having said so: killed, or crashed. A plugin that lived on
/// would go on working beside the one of the next run.
/// </summary>
internal static class EngineWatch
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    private const int RefusalsThatCount = 2;

    /// <summary>
    /// Done once nobody listens at the engine's address any more. Where nobody ever did, whoever started the plugin gave it an
    /// address for form's sake, and that is no reason to end.
    /// </summary>
    /// <param name="address">host:port.</param>
    /// <param name="time">The clock between two looks.</param>
    /// <param name="cancellationToken">Ends the watch.</param>
    public static async Task GoneAsync(string address, TimeProvider time, CancellationToken cancellationToken)
    {
        if (Parse(address) is not (var host, var port))
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, time, cancellationToken);
            return;
        }

        var seen = false;
        for (var refusals = 0; refusals < RefusalsThatCount;)
        {
            var listens = await ListensAsync(host, port, cancellationToken);
            seen |= listens;
            refusals = listens || !seen ? 0 : refusals + 1;
            await Task.Delay(Interval, time, cancellationToken);
        }
    }

    private static (string Host, int Port)? Parse(string address)
    {
        var colon = address.LastIndexOf(':');
        return colon > 0 && int.TryParse(address.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var port)
            ? (address[..colon], port)
            : null;
    }

    private static async Task<bool> ListensAsync(string host, int port, CancellationToken cancellationToken)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(host, port, cancellationToken);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
