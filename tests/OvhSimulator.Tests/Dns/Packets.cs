using System.Net.Sockets;
using System.Text;

namespace OvhSimulator.Tests.Dns;

/// <summary>Packets by hand, and a socket to send them from.</summary>
internal sealed class Packets : IDisposable
{
    /// <summary>Recursion is desired, as all clients say.</summary>
    public const int RecursionDesired = 0x0100;

    private readonly UdpClient _socket = new();

    public Packets(Simulator simulator) => _socket.Connect(simulator.DnsAddress);

    /// <summary>A query. Its first byte after the head of twelve is the question's.</summary>
    public static byte[] Query(string name, int type = 1, int @class = 1, int flags = RecursionDesired, byte[]? additional = null) =>
    [
        0x12, 0x34, .. Number(flags), .. Number(1), .. Number(0), .. Number(0), .. Number(additional is null ? 0 : 1),
        .. Question(name, type, @class), .. additional ?? [],
    ];

    public static byte[] Question(string name, int type = 1, int @class = 1) =>
    [
        .. name.Split('.').SelectMany<string, byte>(label => [(byte)label.Length, .. Encoding.ASCII.GetBytes(label)]), 0,
        .. Number(type), .. Number(@class),
    ];

    /// <summary>What says that the client speaks EDNS: the size it takes, no flags, and an option, a cookie.</summary>
    public static byte[] Extension(int size) =>
        [0, .. Number(41), .. Number(size), 0, 0, 0, 0, .. Number(12), .. Number(10), .. Number(8), 1, 2, 3, 4, 5, 6, 7, 8];

    public static int Number(byte[] packet, int position) => (packet[position] << 8) | packet[position + 1];

    public async Task SendAsync(byte[] packet) => await _socket.SendAsync(packet, TestContext.Current.CancellationToken);

    public async Task<byte[]> ReceiveAsync() => (await _socket.ReceiveAsync(TestContext.Current.CancellationToken)
        .AsTask().WaitAsync(Resolver.Patience, TimeProvider.System, TestContext.Current.CancellationToken)).Buffer;

    public async Task<byte[]> AskAsync(byte[] packet)
    {
        await SendAsync(packet);
        return await ReceiveAsync();
    }

    public void Dispose() => _socket.Dispose();

    private static byte[] Number(int value) => [(byte)(value >> 8), (byte)value];
}
