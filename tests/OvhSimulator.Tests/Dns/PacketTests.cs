using System.Net;
using DnsClient;
using OvhSimulator.Dns;

namespace OvhSimulator.Tests.Dns;

public sealed class PacketTests
{
    [Theory]
    [InlineData(Packets.RecursionDesired, 0x8180)]
    [InlineData(0, 0x8080)]
    public async Task The_question_comes_back_as_sent_with_the_bits_of_a_resolver(int flags, int answered)
    {
        await using var api = await ApiClient.StartAsync();
        using var packets = new Packets(api.Simulator);
        var answer = await packets.AskAsync(Packets.Query("wWw.eXample.COM", flags: flags));
        Assert.Equal((0x1234, answered), (Packets.Number(answer, 0), Packets.Number(answer, 2)));
        Assert.Equal(
            (1, 1, 0, 0),
            (Packets.Number(answer, 4), Packets.Number(answer, 6), Packets.Number(answer, 8), Packets.Number(answer, 10)));
        var question = Packets.Question("wWw.eXample.COM");
        Assert.Equal(question, answer[12..(12 + question.Length)]);
        Assert.Equal(IPAddress.Parse("192.0.2.10").GetAddressBytes(), answer[^4..]);
        Assert.Equal("www.example.com", Assert.Single(api.Simulator.Controls.DnsQueries).Name);
    }

    /// <summary>Packets nothing can be read from, and the code they are answered with; null for no answer.</summary>
    public static TheoryData<byte[], int?> Garbage => new()
    {
        { [], null },
        { [0], null },
        { Packets.Query("example.com")[..11], null },
        { Packets.Query("example.com", flags: 0x8100), null },
        { Packets.Query("example.com")[..12], 1 },
        { Packets.Query("example.com")[..20], 1 },
        { Packets.Query("example.com")[..^1], 1 },
        // No question, two of them, records that are not there.
        { [.. Packets.Query("example.com")[..5], 0, .. Packets.Query("example.com")[6..]], 1 },
        { [.. Packets.Query("example.com")[..5], 2, .. Packets.Query("example.com")[6..]], 1 },
        { [.. Packets.Query("example.com")[..6], 0xff, 0xff, .. Packets.Query("example.com")[8..]], 1 },
        // A name that refers to itself, and labels that are too long.
        { [.. Packets.Query("example.com")[..12], 0xc0, 12, 0, 1, 0, 1], 1 },
        { [.. Packets.Query("example.com")[..12], 64, .. new byte[64], 0, 0, 1, 0, 1], 1 },
        { Packets.Query(string.Join('.', Enumerable.Repeat(new string('a', 60), 5))), 1 },
        { Packets.Query("example.com", additional: [.. Packets.Extension(4096)[..^1]]), 1 },
        { [.. Enumerable.Repeat((byte)0x7f, 600)], 4 },
        // A status, an update, another class.
        { Packets.Query("example.com", flags: 0x1000), 4 },
        { Packets.Query("example.com", flags: 0x2800), 4 },
        { Packets.Query("version.bind", type: 16, @class: 3), 5 },
    };

    [Theory]
    [MemberData(nameof(Garbage))]
    public async Task What_cannot_be_read_is_refused_or_ignored_and_the_next_query_answered(byte[] garbage, int? code)
    {
        await using var api = await ApiClient.StartAsync();
        using var packets = new Packets(api.Simulator);
        await packets.SendAsync(garbage);
        await packets.SendAsync(Packets.Query("example.com"));
        if (code is { } refusal)
        {
            var answer = await packets.ReceiveAsync();
            Assert.Equal((0x8000, refusal), (Packets.Number(answer, 2) & 0x8000, answer[3] & 0xf));
            Assert.Equal(garbage[..2], answer[..2]);
        }
        Assert.Equal(1, Packets.Number(await packets.ReceiveAsync(), 6));
        Assert.Equal(["192.0.2.10"], await Resolver.AddressesAsync(api.Simulator, "example.com"));
    }

    [Fact]
    public void No_packet_is_too_odd_to_be_read()
    {
        var random = new Random(1);
        var query = Packets.Query("www.example.com", additional: Packets.Extension(4096));
        for (var i = 0; i < 100_000; i++)
        {
            byte[] odd = [.. query[..random.Next(query.Length + 1)]];
            for (var changes = random.Next(4); changes > 0 && odd.Length > 0; changes--)
            {
                odd[random.Next(odd.Length)] = (byte)random.Next(256);
            }
            if (Request.Read(odd) is { } request)
            {
                Assert.InRange(Response.Write(request, ResponseCode.NoError, []).Length, 12, 512);
            }
        }
    }

    [Fact]
    public async Task A_dot_within_a_label_is_no_border()
    {
        await using var api = await ApiClient.StartAsync();
        using var packets = new Packets(api.Simulator);
        var query = Packets.Query("www.example.com");
        query[12] = 11;
        query[16] = (byte)'.';
        var answer = await packets.AskAsync(query);
        Assert.Equal(3, answer[3] & 0xf);
        Assert.Equal(@"www\046example.com", Assert.Single(api.Simulator.Controls.DnsQueries).Name);
    }

    [Fact]
    public async Task Edns_is_answered_with_edns()
    {
        await using var api = await ApiClient.StartAsync();
        using var packets = new Packets(api.Simulator);
        var answer = await packets.AskAsync(Packets.Query("example.com", additional: Packets.Extension(1232)));
        Assert.Equal((1, 1), (Packets.Number(answer, 6), Packets.Number(answer, 10)));
        Assert.Equal([0, 0, 41, 4, 208, 0, 0, 0, 0, 0, 0], answer[^11..]);
        var read = await Resolver.For(api.Simulator, options => options.ExtendedDnsBufferSize = 1232)
            .QueryAsync("example.com", QueryType.A, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(["192.0.2.10"], read.Addresses());
        Assert.Equal(1232, Assert.Single(read.Additionals.OfType<DnsClient.Protocol.Options.OptRecord>()).UdpSize);
    }

    [Theory]
    [InlineData(512, true)]
    [InlineData(1000, true)]
    [InlineData(4096, false)]
    public async Task An_answer_the_client_has_no_room_for_is_cut_off_and_says_so(int size, bool isTruncated)
    {
        await using var api = await ApiClient.StartAsync();
        api.Simulator.Controls.SetDns("many.example.com", Enumerable.Range(1, 100).Select(i => $"192.0.2.{i}"));
        using var packets = new Packets(api.Simulator);
        var answer = await packets.AskAsync(Packets.Query("many.example.com", additional: size > 512 ? Packets.Extension(size) : null));
        Assert.InRange(answer.Length, 12, size);
        Assert.Equal((isTruncated, !isTruncated), ((answer[2] & 2) != 0, Packets.Number(answer, 6) == 100));
        var reading = Resolver.For(api.Simulator, options => options.ExtendedDnsBufferSize = size)
            .QueryAsync("many.example.com", QueryType.A, cancellationToken: TestContext.Current.CancellationToken);
        if (isTruncated)
        {
            Assert.Contains("truncated", (await Assert.ThrowsAsync<DnsResponseException>(() => reading)).Message, StringComparison.Ordinal);
        }
        else
        {
            Assert.Equal(100, (await reading).Addresses().Count());
        }
    }
}
