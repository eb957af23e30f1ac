using System.Net;
using CsCheck;
using OvhIplb.Api.IpBlocks;

namespace OvhIplb.Api.Tests.IpBlocks;

public sealed class IpBlockTests
{
    private static readonly Gen<string> AnyBlock =
        Gen.OneOf(Gen.Byte.Array[4], Gen.Byte.Array[16]).SelectMany(bytes =>
            Gen.Int[0, bytes.Length * 8].Select(prefix =>
            {
                var kept = bytes.Select((value, index) => (byte)(value & (0xFF << (8 - Math.Clamp(prefix - (index * 8), 0, 8)))));
                return $"{new IPAddress([.. kept])}/{prefix}";
            }));

    [Theory]
    [InlineData("192.0.2.10", "192.0.2.10/32")]
    [InlineData("192.0.2.10/32", "192.0.2.10/32")]
    [InlineData("192.0.2.16/28", "192.0.2.16/28")]
    [InlineData("0.0.0.0/0", "0.0.0.0/0")]
    [InlineData("2001:DB8:0:0::1", "2001:db8::1/128")]
    [InlineData("2001:0db8::/56", "2001:db8::/56")]
    [InlineData("::ffff:192.0.2.10", "192.0.2.10/32")]
    [InlineData("::FFFF:C000:020A/128", "192.0.2.10/32")]
    [InlineData("::ffff:192.0.2.0/124", "192.0.2.0/28")]
    [InlineData("::ffff:0:0/96", "0.0.0.0/0")]
    [InlineData("::192.0.2.10", "::192.0.2.10/128")]
    public void Normal_form(string value, string expected) => Assert.Equal(expected, IpBlock.Parse(value).ToString());

    [Theory]
    [InlineData("192.0.2.10/28", "\"192.0.2.10/28\" has bits set beyond its prefix length; the block is 192.0.2.0/28")]
    [InlineData("::ffff:192.0.2.10/124", "\"::ffff:192.0.2.10/124\" has bits set beyond its prefix length; the block is 192.0.2.0/28")]
    [InlineData("2001:db8::1/64", "\"2001:db8::1/64\" has bits set beyond its prefix length; the block is 2001:db8::/64")]
    [InlineData("", "is empty; give an address such as 192.0.2.10 or a block such as 192.0.2.0/28")]
    public void Reason_of_a_refusal(string value, string expected)
    {
        Assert.False(IpBlock.TryParse(value, out _, out var reason));
        Assert.Equal(expected, reason);
    }

    [Theory]
    [InlineData("10")]
    [InlineData("192.0.2")]
    [InlineData("192.0.2.010")]
    [InlineData("0x7f.0.0.1")]
    [InlineData("192.0.2.10/33")]
    [InlineData("192.0.2.10/")]
    [InlineData("192.0.2.10/-1")]
    [InlineData("192.0.2.10/+8")]
    [InlineData("192.0.2.10/32/32")]
    [InlineData(" 192.0.2.10")]
    [InlineData("[2001:db8::1]")]
    [InlineData("fe80::1%eth0")]
    [InlineData("2001:db8::/129")]
    [InlineData("www.example.com")]
    public void What_is_no_block_is_refused(string value)
    {
        Assert.False(IpBlock.TryParse(value, out _, out var reason));
        Assert.Contains("is no IP address or block", reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("192.0.2.10", "192.0.2.10%2F32")]
    [InlineData("2001:db8::1", "2001%3Adb8%3A%3A1%2F128")]
    public void Path_segment_is_encoded(string value, string expected) => Assert.Equal(expected, IpBlock.Parse(value).ToPathSegment());

    [Fact]
    public void Parts_are_told()
    {
        var block = IpBlock.Parse("2001:db8::/56");
        Assert.Equal(IPAddress.Parse("2001:db8::"), block.Address);
        Assert.Equal(56, block.PrefixLength);
        Assert.False(block.IsSingleAddress);
        Assert.True(IpBlock.Parse("2001:db8::1").IsSingleAddress);
        Assert.True(IpBlock.Parse("192.0.2.1").IsSingleAddress);
    }

    [Theory]
    [InlineData("192.0.2.10/32", "192.0.2.10")]
    [InlineData("198.51.100.4/30", "198.51.100.4")]
    [InlineData("198.51.100.4/30", "198.51.100.7")]
    [InlineData("192.0.2.128/25", "192.0.2.255")]
    [InlineData("0.0.0.0/0", "203.0.113.10")]
    [InlineData("2001:db8::1/128", "2001:DB8:0::1")]
    [InlineData("2001:db8:0:100::/56", "2001:db8:0:1ff:ffff:ffff:ffff:ffff")]
    public void An_address_of_the_block_is_contained(string block, string address)
        => Assert.True(IpBlock.Parse(block).Contains(IPAddress.Parse(address)));

    [Theory]
    [InlineData("192.0.2.10/32", "192.0.2.11")]
    [InlineData("198.51.100.4/30", "198.51.100.3")]
    [InlineData("198.51.100.4/30", "198.51.100.8")]
    [InlineData("192.0.2.128/25", "192.0.2.127")]
    [InlineData("2001:db8::1/128", "2001:db8::2")]
    [InlineData("2001:db8:0:100::/56", "2001:db8:0:200::")]
    [InlineData("2001:db8:0:100::/56", "2001:db8:0:ff::")]
    [InlineData("0.0.0.0/0", "2001:db8::1")]
    [InlineData("0.0.0.0/0", "::ffff:192.0.2.10")]
    [InlineData("::/0", "192.0.2.10")]
    public void Any_other_address_is_not_contained(string block, string address)
        => Assert.False(IpBlock.Parse(block).Contains(IPAddress.Parse(address)));

    [Fact]
    public void A_block_contains_the_addresses_that_begin_with_its_bits_and_no_others() =>
        Gen.Select(AnyBlock, Gen.Byte.Array[4], Gen.Byte.Array[16]).Sample((text, four, sixteen) =>
        {
            var block = IpBlock.Parse(text);
            var fixedBits = block.Address.GetAddressBytes();
            var other = fixedBits.Length == 4 ? four : sixteen;
            bool IsFixed(int bit) => bit < block.PrefixLength;
            bool BitOf(byte[] bytes, int bit) => (bytes[bit / 8] & (0x80 >> (bit % 8))) != 0;
            int[] bits = [.. Enumerable.Range(0, fixedBits.Length * 8)];
            Assert.True(block.Contains(block.Address));
            Assert.Equal(
                bits.Where(IsFixed).All(bit => BitOf(other, bit) == BitOf(fixedBits, bit)), block.Contains(new IPAddress(other)));

            // The same with the block's own bits in front, which few addresses have by chance.
            byte[] within = [.. other.Select((value, index) => (byte)bits.Skip(index * 8).Take(8).Sum(
                bit => BitOf(IsFixed(bit) ? fixedBits : other, bit) ? 0x80 >> (bit % 8) : 0))];
            Assert.True(block.Contains(new IPAddress(within)));
        });

    [Fact]
    public void Spellings_of_one_block_are_equal() => Assert.Equal(IpBlock.Parse("192.0.2.10"), IpBlock.Parse("192.0.2.10/32"));

    [Fact]
    public void Normal_form_is_its_own_normal_form() => AnyBlock.Sample(text =>
    {
        var block = IpBlock.Parse(text);
        Assert.Equal(block, IpBlock.Parse(block.ToString()));
        Assert.Equal(block.ToString(), IpBlock.Parse(block.ToString()).ToString());
        Assert.Equal(block.ToString(), block.ToString().ToLowerInvariant());
    });

    [Fact]
    public void Any_text_is_read_or_refused_with_a_reason()
        => Gen.String.Sample(text => Assert.True(IpBlock.TryParse(text, out _, out var reason) || reason.Length > 0));
}
