namespace EndToEnd.Documentation;

/// <summary>The C# that documents show is C#.</summary>
public sealed class CodeBlockTests
{
    public static TheoryData<string> Blocks => [.. CodeBlock.All.Select(static block => block.ToString())];

    [Theory]
    [MemberData(nameof(Blocks))]
    public void It_compiles(string block)
        => Assert.Empty(StackCompiler.Diagnose(CodeBlock.All.Single(one => one.ToString() == block).Program));
}
