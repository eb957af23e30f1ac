using System.Net;
using CsCheck;
using Google.Protobuf.WellKnownTypes;
using Pulumirpc;

namespace OvhIplb.Provider.Tests.Arbitrary;

/// <summary>Two spellings of one thing are no difference, neither between inputs nor between inputs and state.</summary>
public sealed class SpellingTests : IAsyncDisposable
{
    private static readonly Gen<string> Name = Gen.Select(Gen.OneOf("www", "api", "bücher", "xn--bcher-kva", "a-b"), Gen.OneOf("example.com", "example.org", "straße.example"))
        .Select(static parts => $"{parts.Item1}.{parts.Item2}");

    private readonly Plugin _plugin = new();

    public ValueTask DisposeAsync() => _plugin.DisposeAsync();

    [Fact]
    public void Of_an_ip_block() => Gen.Select(Gen.OneOf(Gen.Byte.Array[4], Gen.Byte.Array[16]), Gen.Int[0, 3]).Sample((bytes, spelling) =>
    {
        var address = new IPAddress(bytes);
        string block = $"{address}/{bytes.Length * 8}";
        string other = spelling switch
        {
            0 => address.ToString(),
            1 => block.ToUpperInvariant(),
            2 when bytes.Length == 16 => string.Join(':', Enumerable.Range(0, 8).Select(group => $"{bytes[2 * group]:x2}{bytes[(2 * group) + 1]:X2}")),
            _ => block,
        };
        AssertSame("FailoverAttachment", "ip", Value.ForString(block), Value.ForString(other));
    });

    [Fact]
    public void Of_host_names_and_of_their_order() => Gen.Select(Name.Array[1, 6], Gen.Int, Gen.Bool.Array[6]).Sample((names, seed, isOther) =>
    {
        string[] once = [.. names.DistinctBy(static name => name.Replace("bücher", "xn--bcher-kva", StringComparison.Ordinal))];
        string[] others = [.. once.Select((name, index) => isOther[index] ? name.ToUpperInvariant() + "." : name)];
        AssertSame("FreeCertificate", "fqdns", List(once), List(Shuffled(others, seed)));
    });

    [Fact]
    public void Of_zones_and_of_their_order_and_number() => Gen.Select(Gen.OneOf("gra", "rbx", "sbg", "Bhs").Array[1, 5], Gen.Int).Sample((zones, seed) =>
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
        Struct before = With(property, one);
        Struct after = With(property, other);
        Assert.Empty(_plugin.Check(type, before).Failures);
        Assert.Empty(_plugin.Check(type, after).Failures);
        AssertSame(_plugin.Diff(type, Id(type), before, before, after));
        AssertSame(_plugin.Diff(type, Id(type), after, before, before));
    }

    private static void AssertSame(DiffResponse diff)
    {
        Assert.Equal(DiffResponse.Types.DiffChanges.DiffNone, diff.Changes);
        Assert.Empty(diff.DetailedDiff);
    }

    private static string Id(string type) => type == "FailoverAttachment" ? "lb-1/192.0.2.10/32" : "lb-1/www.example.com";

    private static Struct With(string property, Value value) =>
        new() { Fields = { ["serviceName"] = Value.ForString("lb-1"), [property] = value } };
}
