using System.Net;
using CsCheck;
using OvhIplb.Api.IpBlocks;
using OvhIplb.Provider.Functions;
using OvhIplb.Provider.Functions.Firewall;

namespace OvhIplb.Provider.Tests.Firewall;

public sealed class FirewallSourcesTests
{
    private static readonly Gen<string> Block = Gen.Select(Gen.Int[0, 3], Gen.Int[0, 15], Gen.Int[26, 32])
        .Select(static (form, address, length) =>
            {
                var masked = address * 4 >> (32 - length) << (32 - length);
                return form switch
                {
                    0 => $"192.0.2.{masked}/{length}",
                    1 => $"::ffff:192.0.2.{masked}/{length + 96}",
                    2 => $"2001:db8::{masked:x}/{length + 96}",
                    _ => $"2001:DB8:0::{masked:x}/{length + 96}",
                };
            });

    [Theory]
    [InlineData("::ffff:192.0.2.1", "192.0.2.1/32")]
    [InlineData("::FFFF:C000:0200/120", "192.0.2.0/24")]
    [InlineData("192.0.2.7 192.0.2.7/32 192.0.2.0/29 192.0.2.0/24 192.0.2.0/24", "192.0.2.0/24")]
    [InlineData("2001:db8::/48 2001:db8:0:1::/64 2001:0db8::1", "2001:db8::/48")]
    [InlineData("::ffff:192.0.2.7 192.0.2.0/29 2001:db8::1", "192.0.2.0/29 2001:db8::1/128")]
    [InlineData("192.0.2.0/29 192.0.2.8/29", "192.0.2.0/29 192.0.2.8/29")]
    [InlineData("::192.0.2.7 192.0.2.7", "192.0.2.7/32 ::192.0.2.7/128")]
    public void Each_address_is_in_one_block_of_its_own_kind(string given, string left) =>
        Assert.Equal(left.Split(' '), CidrList.Of(FirewallSources.Of(given.Split(' ').Select(IpBlock.Parse))));

    [Fact]
    public void They_are_the_same_addresses_and_none_twice() => Block.Array[0, 8].Sample(given =>
    {
        var left = FirewallSources.Of(given.Select(IpBlock.Parse));
        for (var last = 0; last < 64; last++)
        {
            foreach (var address in (IPAddress[])[new([192, 0, 2, (byte)last]), new([0x20, 1, 0xd, 0xb8, .. new byte[11], (byte)last])])
            {
                var isGiven = given.Any(
                    block => IpBlock.Parse(block).Contains(address) || IpBlock.Parse(block).Contains(address.MapToIPv6()));
                Assert.Equal(isGiven ? 1 : 0, left.Count(block => block.Contains(address)));
            }
        }
    });

    [Theory]
    [InlineData("0.0.0.0/0")]
    [InlineData("::/0")]
    [InlineData("::ffff:0:0/96")]
    public void Every_address_is_refused(string block) =>
        Assert.Equal(
            $"\"{block}\" is every address, so the rules would block nothing; give the addresses that may reach the ports",
            FirewallSources.Check(block));

    [Theory]
    [InlineData("192.0.2.7/24", "\"192.0.2.7/24\" has bits set beyond its prefix length; the block is 192.0.2.0/24")]
    [InlineData("all", "\"all\" is no IP address or block; give an address such as 192.0.2.10 or a block such as 192.0.2.0/28")]
    public void What_is_no_block_is_refused(string value, string reason) => Assert.Equal(reason, FirewallSources.Check(value));
}
