using OvhIplb.Provider.Certificates.Shared;

namespace OvhIplb.Provider.Tests.FreeCertificates;

/// <summary>Names in the one form in which registries know them, as tr46, which browsers' test suites hold to UTS 46, answers it.</summary>
public sealed class DomainNameTests
{
    [Theory]
    [InlineData("ｗｗｗ．ｅｘａｍｐｌｅ．ｃｏｍ", "www.example.com")]
    [InlineData("ＷＷＷ.Example.com", "www.example.com")]
    [InlineData("ﬁne.example.com", "fine.example.com")]
    [InlineData("oﬃce.example.com", "office.example.com")]
    [InlineData("ⓔⓧⓐⓜⓟⓛⓔ.com", "example.com")]
    [InlineData("Ⓔxample.com", "example.com")]
    [InlineData("𝐰𝐰𝐰.example.com", "www.example.com")]
    [InlineData("x².example.com", "x2.example.com")]
    [InlineData("㎏.example.com", "kg.example.com")]
    [InlineData("ex\u00ADample.com", "example.com")]
    [InlineData("ex\u200Bample.com", "example.com")]
    [InlineData("例え。テスト", "xn--r8jz45g.xn--zckzah")]
    [InlineData("ﾃｽﾄ.example", "xn--zckzah.example")]
    [InlineData("straße.example", "xn--strae-oqa.example")]
    [InlineData("STRAẞE.example", "xn--strae-oqa.example")]
    [InlineData("βόλος.example", "xn--nxasmm1c.example")]
    [InlineData("BÜCHER.example.", "xn--bcher-kva.example")]
    [InlineData("أهلا.example", "xn--igbi0gl.example")]
    [InlineData("xn--bcher-kva.example", "xn--bcher-kva.example")]
    [InlineData("xn--11b5bs3a9aj6g.example", "xn--11b5bs3a9aj6g.example")]
    [InlineData("xn--fiqs8s.example", "xn--fiqs8s.example")]
    [InlineData("한국.example", "xn--3e0b707e.example")]
    [InlineData("faß.ExAmPlE", "xn--fa-hia.example")]
    public void Spelling(string name, string ascii)
    {
        Assert.Null(DomainName.Check(name));
        Assert.Equal(ascii, DomainName.Normalize(name));
        Assert.Equal(ascii, DomainName.Normalize(ascii));
    }

    [Theory]
    [InlineData("bu\u0308cher.example", "combining mark")]
    [InlineData("क़.example", "combining mark")]
    [InlineData("\u1112\u1161\u11ab.example", "Hangul")]
    [InlineData("İstanbul.example", "lower case")]
    [InlineData("☕\uFE0E\u2028.example", "U+2028")]
    [InlineData("a\u202Eb.example", "U+202E")]
    [InlineData("a\uFFFDb.example", "U+FFFD")]
    [InlineData("\uD800.example", "U+FFFD")]
    [InlineData("a\u0378.example", "U+0378")]
    [InlineData("xn--.example", "'xn--'")]
    [InlineData("xn--a.example", "'xn--a'")]
    [InlineData("xn--abc-.example", "'xn--abc-'")]
    [InlineData("xn--bcher-kvaü.example", "'xn--bcher-kvaü'")]
    [InlineData("xn--bucher-xyd.example", "'xn--bucher-xyd'")]
    [InlineData("xn--www-596s.example", "'xn--www-596s'")]
    [InlineData("ab--cd.example", "third and fourth place")]
    [InlineData("ab--ü.example", "third and fourth place")]
    [InlineData("-ü.example", "'-ü'")]
    [InlineData("ü_x.example", "'ü_x'")]
    [InlineData("aא.example", "from right to left")]
    [InlineData("אa.example", "from right to left")]
    [InlineData("1א.example", "from right to left")]
    [InlineData("a\u200Db.example", "'a\u200Db'")]
    [InlineData("ａ..example", "not a domain name")]
    [InlineData("１９２.0.2.10", "not a domain name")]
    public void Refused(string name, string words) => Assert.Contains(words, DomainName.Check(name), StringComparison.Ordinal);

    /// <summary>RFC 5892, A.1 and A.2: where they change what is written, joiners belong to a name.</summary>
    [Theory]
    [InlineData("نامه\u200Cای.example", "xn--mgba3gch31f060k.example")]
    public void Joiner_in_its_place(string name, string ascii)
    {
        Assert.Null(DomainName.Check(name));
        Assert.Equal(ascii, DomainName.Normalize(name));
    }

    [Fact]
    public void Text_of_any_length_is_refused_at_once()
        => Assert.Contains("longer", DomainName.Check(new string('ü', 100_000) + ".example"), StringComparison.Ordinal);

    [Fact]
    public void Long_label_is_refused()
        => Assert.Contains("longer than 63", DomainName.Check(new string('ü', 64) + ".example"), StringComparison.Ordinal);
}
