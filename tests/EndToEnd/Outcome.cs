namespace EndToEnd;

/// <summary>How a command of the engine ended.</summary>
/// <param name="ExitCode">0 where it succeeded.</param>
/// <param name="Output">All it said.</param>
/// <param name="Writes">What the API was asked to change, in order.</param>
internal sealed record Outcome(int ExitCode, string Output, IReadOnlyList<string> Writes)
{
    public Outcome Succeeded()
    {
        Assert.True(ExitCode == 0, $"exit code {ExitCode}\n{Output}");
        return this;
    }

    public Outcome Failed()
    {
        Assert.True(ExitCode == 1, $"exit code {ExitCode}\n{Output}");
        return this;
    }

    public Outcome Says(string text)
    {
        Assert.True(Output.Contains(text, StringComparison.Ordinal), $"It does not say: {text}\n{Output}");
        return this;
    }

    public Outcome WritesNothing()
    {
        Assert.Empty(Writes);
        return this;
    }
}
