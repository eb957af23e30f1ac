using CsCheck;
using Engine.State;
using Engine.Steps;
using Engine.Tests.Fakes;

namespace Engine.Tests.Steps;

public sealed class OrderTests
{
    [Fact]
    public void Whatever_the_graph_everything_needed_stands_before_what_needs_it() =>
        // Each entry may need any with a smaller number; the list is shuffled.
        Gen.Select(Gen.Int[0, 12], Gen.Int, Gen.Int[0, 4095].Array[12]).Sample((count, seed, needs) =>
        {
            ResourceEntry[] entries = [.. Enumerable.Range(0, count).Select(number => Entry(
                $"r{number}", [.. Enumerable.Range(0, number).Where(other => (needs[number] >> other & 1) == 1)
                    .Select(other => $"r{other}")]))];
            new Random(seed).Shuffle(entries);

            var ordered = Order.DependenciesFirst(entries);

            Assert.Equal(entries.Length, ordered.Count);
            for (var at = 0; at < ordered.Count; at++)
            {
                HashSet<string> before = [.. ordered.Take(at).Select(entry => entry.Urn)];
                Assert.All(ordered[at].References(), urn => Assert.Contains(urn, before));
            }
        });

    [Fact]
    public void An_entry_that_waits_for_its_deletion_and_its_successor_are_both_kept() =>
        Assert.Equal(2, Order.DependentsFirst([Entry("a", []) with { Delete = true }, Entry("a", [])]).Count);

    private static ResourceEntry Entry(string name, string[] needs) => new()
    {
        Urn = Stack.UrnOf(name),
        Type = "fake:index:Thing",
        Dependencies = [.. needs.Select(Stack.UrnOf)],
    };
}
