using Engine;
using OvhIplb.Testing;

namespace EndToEnd;

/// <summary>How a command of the engine ended, with what tests require of it.</summary>
internal sealed class Outcome(StackResult result)
{
    /// <summary>All it said.</summary>
    public string Output => result.Output;

    /// <summary>What the API was asked to change, in order.</summary>
    public IReadOnlyList<string> Writes => result.Writes;

    public Outcome Succeeded()
    {
        Assert.True(result.Succeeded, $"exit code {result.ExitCode}\n{Output}");
        return this;
    }

    public Outcome Failed()
    {
        Assert.True(result.ExitCode == ExitCodes.Failed, $"exit code {result.ExitCode}\n{Output}");
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
