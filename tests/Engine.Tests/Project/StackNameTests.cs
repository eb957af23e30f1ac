using Engine.Project;

namespace Engine.Tests.Project;

public sealed class StackNameTests
{
    [Theory]
    [InlineData("dev", "dev")]
    [InlineData("Dev_2.eu-west", "Dev_2.eu-west")]
    [InlineData("organization/dev", "dev")]
    [InlineData("organization/proj/dev", "dev")]
    public void Is_taken_by_the_rule_of_the_cli(string text, string name) => Assert.Equal(name, StackName.Parse(text, "proj"));

    [Theory]
    [InlineData("", "a stack name may not be empty")]
    [InlineData("organization/proj/", "a stack name may not be empty")]
    [InlineData("my stack", "'my stack' has ' ' at position 3")]
    [InlineData("d\u00e9v", "has '\u00e9' at position 2")]
    [InlineData("dev::prod", "has ':' at position 4")]
    [InlineData("acme/dev", "one of the organization 'acme'")]
    [InlineData("organization/other/dev", "one of the project 'other', and this is the project 'proj'")]
    [InlineData("a/b/c/d", "too many parts: write a name, or organization/proj/name")]
    public void Anything_else_is_refused(string text, string said) =>
        Assert.Contains(said, Assert.Throws<UserException>(() => StackName.Parse(text, "proj")).Message, StringComparison.Ordinal);

    [Fact]
    public void It_has_a_hundred_characters_at_most()
    {
        Assert.Equal(100, StackName.Parse(new string('a', 100), "proj").Length);
        Assert.Contains(
            "cannot exceed 100 characters",
            Assert.Throws<UserException>(() => StackName.Parse(new string('a', 101), "proj")).Message,
            StringComparison.Ordinal);
    }
}
