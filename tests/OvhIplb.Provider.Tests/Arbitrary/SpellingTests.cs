using System.Net;
using CsCheck;
using Google.Protobuf.WellKnownTypes;
using OvhIplb.Provider.Certificates.Shared;
using Pulumirpc;

namespace OvhIplb.Provider.Tests.Arbitrary;

/// <summary>Two spellings of one thing are no difference, neither between inputs nor between inputs and state.</summary>
public sealed class SpellingTests : IAsyncDisposable
{
    private static readonly Gen<string> Name = Gen.Select(
        Gen.OneOf("www", "api", "bücher", "xn--bcher-kva", "a-b"),
        Gen.OneOf("example.com", "example.org", "straße.example"))
        .Select(static parts => $"{parts.Item1}.{parts.Item2}");

    private readonly Plugin _plugin = new();

    public ValueTask DisposeAsync() => _plugin.DisposeAsync();

    [Fact]
    public void Of_an_ip_block() => Gen.Select(Gen.OneOf(Gen.Byte.Array[4], Gen.Byte.Array[16]), Gen.Int[0, 3]).Sample((bytes, spelling) =>
    {
        var address = new IPAddress(bytes);
        var block = $"{address}/{bytes.Length * 8}";
        var other = spelling switch
        {
            0 => address.ToString(),
            1 => block.ToUpperInvariant(),
            2 when bytes.Length == 16 => string.Join(
                ':',
                Enumerable.Range(0, 8).Select(group => $"{bytes[2 * group]:x2}{bytes[(2 * group) + 1]:X2}")),
            _ => block,
        };
        AssertSame("FailoverAttachment", "ip", Value.ForString(block), Value.ForString(other));
    });

    [Fact]
    public void Of_host_names_and_of_their_order() => Gen.Select(Name.Array[1, 6], Gen.Int, Gen.Bool.Array[6])
        .Sample((names, seed, isOther) =>
            {
                string[] once = [.. names.DistinctBy(Normal)];
                string[] others = [.. once.Select((name, index) => isOther[index] ? name.ToUpperInvariant() + "." : name)];
                AssertSame("FreeCertificate", "fqdns", List(once), List(Shuffled(others, seed)));
            });

    [Fact]
    public void Other_host_names_are_another_set() => Gen.Select(Name.Array[1, 6], Name)
        .Where(static one => !one.Item1.Select(Normal).Contains(Normal(one.Item2)))
        .Sample((names, other) =>
            {
                string[] once = [.. names.DistinctBy(Normal)];
                AssertOther(List(once), List([.. once, other]));
                AssertOther(List([.. once, other]), List(once));
                AssertOther(List(once), List([.. once.Skip(1), other]));
            });

    [Fact]
    public void A_normal_name_stays_as_it_is() => Gen.OneOf(Name, Gen.Select(Gen.String, Name, static (text, name) => $"{text}.{name}"))
        .Sample(static name =>
            {
                if (DomainName.Check(name) is not null)
                {
                    return;
                }

                var normal = DomainName.Normalize(name);
                Assert.Null(DomainName.Check(normal));
                Assert.Equal(normal, DomainName.Normalize(normal));
            });

    [Fact]
    public void Of_a_certificate_and_what_belongs_to_it() => Gen.Select(
        Gen.OneOf("\n", "\r\n"),
        Gen.OneOf("", "\n", "Bag Attributes\n"),
        Gen.OneOf("", "\n\n", " \n")).Sample((end, before, after) =>
    {
        var own = OwnCertificate.Sample;
        string Respelt(string pem)
            => (before + pem.Replace("\r", "", StringComparison.Ordinal) + after).Replace("\n", end, StringComparison.Ordinal);
        var one = Own(own.Certificate, own.Key, own.Chain);
        var other = Own(Respelt(own.Certificate), Respelt(own.Key), Respelt(own.Chain));
        Assert.Empty(_plugin.Check("CustomCertificate", other).Failures);
        AssertSame(_plugin.Diff("CustomCertificate", "lb-1/5", one, one, other));
        AssertSame(_plugin.Diff("CustomCertificate", "lb-1/5", other, other, one));
    });

    [Fact]
    public void Of_zones_and_of_their_order_and_number() => Gen.Select(Gen.OneOf("gra", "rbx", "sbg", "Bhs").Array[1, 5], Gen.Int)
        .Sample((zones, seed) =>
            AssertSame("Refresh", "zones", List(zones), List(Shuffled([.. zones, zones[0].ToUpperInvariant()], seed))));

    private static Value List(IEnumerable<string> texts) => Value.ForList([.. texts.Select(Value.ForString)]);

    private static string[] Shuffled(string[] texts, int seed)
    {
        string[] shuffled = [.. texts];
        new Random(seed).Shuffle(shuffled);
        return shuffled;
    }

    private void AssertSame(string type, string property, Value one, Value other)
    {
        var before = With(property, one);
        var after = With(property, other);
        Assert.Empty(_plugin.Check(type, before).Failures);
        Assert.Empty(_plugin.Check(type, after).Failures);
        AssertSame(_plugin.Diff(type, Plugin.IdOf(type, before), before, before, after));
        AssertSame(_plugin.Diff(type, Plugin.IdOf(type, before), after, before, before));
    }

    private void AssertOther(Value one, Value other) => Assert.Equal(
        ["fqdns"],
        _plugin.Diff(
            "FreeCertificate",
            Plugin.IdOf("FreeCertificate", With("fqdns", one)),
            With("fqdns", one),
            With("fqdns", one),
            With("fqdns", other)).Replaces);

    private static string Normal(string name) => name.Replace("bücher", "xn--bcher-kva", StringComparison.Ordinal);

    private static Struct Own(string certificate, string key, string chain) => new()
    {
        Fields =
        {
            ["serviceName"] = Value.ForString("lb-1"),
            ["certificate"] = Value.ForString(certificate),
            ["key"] = Value.ForString(key),
            ["chain"] = Value.ForString(chain),
        },
    };

    private static void AssertSame(DiffResponse diff)
    {
        Assert.Equal(DiffResponse.Types.DiffChanges.DiffNone, diff.Changes);
        Assert.Empty(diff.DetailedDiff);
    }

    private static Struct With(string property, Value value) =>
        new() { Fields = { ["serviceName"] = Value.ForString("lb-1"), [property] = value } };
}
