using Engine.Project;

namespace Engine.Tests.Project;

public sealed class VersionRangeTests
{
    [Theory]
    [InlineData(">=3.0.0", true)]
    [InlineData(">= 3.259.0", true)]
    [InlineData(">3.258.9 <4.0.0", true)]
    [InlineData("3.259.0", true)]
    [InlineData("==3.259.0", true)]
    [InlineData("3.x", true)]
    [InlineData("3.259.x", true)]
    [InlineData("<3.0.0 || >=3.200.0", true)]
    [InlineData("!3.1.2", true)]
    [InlineData(">3.259.0", false)]
    [InlineData(">=4.0.0", false)]
    [InlineData("<=3.258.x", false)]
    [InlineData(">=3.0.0 !=3.259.0", false)]
    [InlineData("<3.0.0||>4.0.0", false)]
    [InlineData("2.x", false)]
    public void Is_compared_with_the_version(string text, bool contains) =>
        Assert.Equal(contains, VersionRange.Parse(text)?.Contains(new Version(3, 259, 0)));

    [Theory]
    [InlineData("")]
    [InlineData("latest")]
    [InlineData(">=3")]
    [InlineData("^3.1.0")]
    [InlineData(">=3.0.0 ||")]
    [InlineData(">=3.0.0, <4.0.0")]
    public void Other_text_is_no_range(string text) => Assert.Null(VersionRange.Parse(text));
}
