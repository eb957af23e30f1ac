using System.Net;
using System.Net.Sockets;
using OvhSimulator.Worlds;

namespace OvhSimulator.Dns;

/// <summary>A DNS server on UDP and loopback. It answers one query after the other, in the order of their arrival.</summary>
internal sealed class DnsServer : IAsyncDisposable
{
    private static readonly IPEndPoint Anybody = new(IPAddress.Any, 0);
    private readonly Socket _socket;
    private readonly Answerer _answerer;
    private readonly Task _serving;
    private volatile bool _isStopped;

    private DnsServer(Socket socket, Answerer answerer)
    {
        _socket = socket;
        _answerer = answerer;
        Address = (IPEndPoint)socket.LocalEndPoint!;
        _serving = Task.Run(ServeAsync);
    }

    /// <summary>Where it listens.</summary>
    public IPEndPoint Address { get; }

    /// <exception cref="ArgumentOutOfRangeException">The port is none.</exception>
    /// <exception cref="IOException">The port is taken.</exception>
    public static DnsServer Start(Simulation simulation, SimulatorOptions options)
    {
        var address = new IPEndPoint(IPAddress.Loopback, options.DnsPort);
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        try
        {
            socket.Bind(address);
        }
        catch (SocketException refused)
        {
            socket.Dispose();
            throw new IOException($"DNS cannot be served on {address}: {refused.Message}", refused);
        }
        return new DnsServer(socket, new Answerer(simulation, options));
    }

    /// <summary>Stops listening. A query under way is answered no more.</summary>
    public async ValueTask DisposeAsync()
    {
        _isStopped = true;
        _socket.Dispose();
        await _serving;
    }

    private async Task ServeAsync()
    {
        var buffer = new byte[ushort.MaxValue];
        while (!_isStopped)
        {
            try
            {
                var received = await _socket.ReceiveFromAsync(buffer.AsMemory(), Anybody);
                if (_answerer.Answer(buffer.AsSpan(0, received.ReceivedBytes)) is { } answer)
                {
                    await _socket.SendToAsync(answer, received.RemoteEndPoint);
                }
            }
            catch (Exception)
            {
                // We are stopping, or a client went away before its answer came, which some systems report at the next packet.
                // Whatever it was, it was one packet's, and the next is to be answered.
            }
        }
    }
}
