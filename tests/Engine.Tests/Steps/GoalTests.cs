using Engine.Steps;

namespace Engine.Tests.Steps;

public sealed class GoalTests
{
    [Theory]
    [InlineData("420000000000ns", 420)]
    [InlineData("7m0s", 420)]
    [InlineData("1h30m", 5400)]
    [InlineData("1.5s", 1.5)]
    [InlineData("", 0)]
    public void Durations_are_read_in_every_spelling(string text, double seconds) => Assert.Equal(seconds, Goal.Seconds(text), 9);
}
