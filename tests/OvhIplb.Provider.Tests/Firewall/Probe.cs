using System.Net;
using System.Net.Sockets;

namespace OvhIplb.Provider.Tests.Firewall;

/// <summary>
/// Tells whether an address reaches a port. A dropped packet is followed by silence, so a second connection, the control, goes the same way
/// right after it
/// to a port that is open to all. The kernel passes packets on in order: once the control is there, the first would be too.
/// </summary>
internal static class Probe
{
    /// <param name="from">The network from which the connection is opened.</param>
    /// <param name="source">The address from which it is opened, and the port: 0 for any.</param>
    /// <param name="target">The port in question.</param>
    /// <param name="control">A port of the same server that is open to all.</param>
    public static bool Reaches(NetworkNamespace from, IPEndPoint source, IPEndPoint target, int control) => from.Run(() =>
    {
        using var connection = Open(source, target);
        using var follower = Open(new IPEndPoint(source.Address, 0), new IPEndPoint(target.Address, control));
        Assert.True(
            IsConnected(follower, TimeSpan.FromSeconds(30)),
            $"{source.Address} does not reach {target.Address} at port {control}, which is open to all.");
        return IsConnected(connection, TimeSpan.Zero);
    });

    /// <summary>Opens a connection without waiting for it.</summary>
    public static Socket Open(IPEndPoint source, IPEndPoint target)
    {
        // Closing it resets it, so that its port is free again at once.
        var socket = new Socket(target.AddressFamily, SocketType.Stream, ProtocolType.Tcp)
        {
            Blocking = false,
            LingerState = new LingerOption(true, 0)
        };
        socket.Bind(source);
        try
        {
            socket.Connect(target);
        }
        catch (SocketException exception) when (exception.SocketErrorCode is SocketError.WouldBlock or SocketError.InProgress)
        {
            // As asked.
        }

        return socket;
    }

    public static bool IsConnected(Socket socket, TimeSpan wait) =>
        socket.Poll(wait, SelectMode.SelectWrite) && (int)socket.GetSocketOption(SocketOptionLevel.Socket, SocketOptionName.Error)! == 0;
}
