using System.Net;
using OvhIplb.Provider.Dns;

namespace OvhIplb.Provider.Tests.Dns;

public sealed class DnsServerTests
{
    [Theory]
    [InlineData("192.0.2.53", "192.0.2.53", 53)]
    [InlineData("192.0.2.53:5353", "192.0.2.53", 5353)]
    [InlineData("192.0.2.53:65535", "192.0.2.53", 65535)]
    [InlineData("2001:db8::53", "2001:db8::53", 53)]
    [InlineData("2001:DB8:0:0::53", "2001:db8::53", 53)]
    [InlineData("[2001:db8::53]:5353", "2001:db8::53", 5353)]
    [InlineData("[::1]:1", "::1", 1)]
    // Without brackets what looks like a port is a part of the address.
    [InlineData("2001:db8::53:5353", "2001:db8::53:5353", 53)]
    public void An_address_names_a_server_with_or_without_its_port(string text, string address, int port)
    {
        Assert.Null(DnsServer.Check(text));
        Assert.Equal(new IPEndPoint(IPAddress.Parse(address), port), DnsServer.Parse(text));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("dns.example.com")]
    [InlineData("dns.example.com:53")]
    [InlineData("udp://192.0.2.53")]
    [InlineData("10")]
    [InlineData("10:53")]
    [InlineData("0x7f.1")]
    [InlineData("192.0.2")]
    [InlineData("192.0.2:53")]
    [InlineData("192.0.2.053")]
    [InlineData(" 192.0.2.53")]
    [InlineData("192.0.2.53 ")]
    [InlineData("192.0.2.53:")]
    [InlineData("192.0.2.53:0")]
    [InlineData("192.0.2.53:65536")]
    [InlineData("192.0.2.53:+53")]
    [InlineData("192.0.2.53: 53")]
    [InlineData("192.0.2.53:53:53")]
    [InlineData("192.0.2.53/32")]
    [InlineData("[192.0.2.53]:53")]
    [InlineData(":53")]
    [InlineData("[2001:db8::53]")]
    [InlineData("[2001:db8::53]:")]
    [InlineData("[2001:db8::53]:0")]
    [InlineData("[2001:db8::53]:65536")]
    [InlineData("2001:db8::53]:53")]
    [InlineData("[2001:db8::53:53")]
    [InlineData("2001:db8::/64")]
    public void Anything_else_is_refused_with_what_to_give_instead(string text)
    {
        var reason
            = $"'{text}' is no DNS server; give its address, such as 192.0.2.53, 192.0.2.53:5353, 2001:db8::53 or [2001:db8::53]:5353";
        Assert.Equal(reason, DnsServer.Check(text));
        Assert.Equal(reason, Assert.Throws<FormatException>(() => DnsServer.Parse(text)).Message);
    }
}
