using Pulumi.Utilities;

namespace Pulumi.Tests.Outputs;

public sealed class OutputExtensionsTests
{
    [Fact]
    public async Task A_list_gives_its_elements_and_its_length()
    {
        var list = Output.Create(ImmutableArray.Create("a", "b", "c"));
        Assert.Equal("a", await OutputUtilities.GetValueAsync(list.First()));
        Assert.Equal("c", await OutputUtilities.GetValueAsync(list.GetAt(2)));
        Assert.Equal(3, await OutputUtilities.GetValueAsync(list.Length()));
    }

    [Fact]
    public async Task A_union_gives_the_type_it_is_of()
    {
        var union = Output.Create(Union<string, int>.FromT1(7));
        Assert.True(await OutputUtilities.GetValueAsync(union.IsT1()));
        Assert.False(await OutputUtilities.GetValueAsync(union.IsT0()));
        Assert.Equal(7, await OutputUtilities.GetValueAsync(union.AsT1()));
        Assert.Equal(7, await OutputUtilities.GetValueAsync(union.Value()));
        await Assert.ThrowsAsync<InvalidOperationException>(() => OutputUtilities.GetValueAsync(union.AsT0()));
    }

    [Fact]
    public void A_union_is_matched_mapped_and_compared()
    {
        Union<string, int> text = "x";
        Union<string, int> number = 1;
        Assert.Equal("text x", text.Match(value => $"text {value}", value => $"number {value}"));
        Assert.Equal("number 1", number.Match(value => $"text {value}", value => $"number {value}"));
        Assert.Equal(2, number.MapT1(value => value + 1).AsT1);
        Assert.Equal("x", text.MapT1(value => value + 1).AsT0);
        Assert.True(text.TryPickT0(out var picked, out _));
        Assert.Equal("x", picked);
        Assert.True(text == Union<string, int>.FromT0("x"));
        Assert.True(text != number);
        Assert.NotEqual(Union<int, int>.FromT0(1), Union<int, int>.FromT1(1));
    }
}
