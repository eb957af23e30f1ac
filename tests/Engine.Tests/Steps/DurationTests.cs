using Engine.Steps;

namespace Engine.Tests.Steps;

public sealed class DurationTests
{
    [Theory]
    [InlineData("420000000000ns", 420)]
    [InlineData("7m0s", 420)]
    [InlineData("1h30m", 5400)]
    [InlineData("1.5h", 5400)]
    [InlineData(".5m", 30)]
    [InlineData("1.m", 60)]
    [InlineData("+90s", 90)]
    [InlineData("1500ms", 1.5)]
    [InlineData("3us4\u00b5s5\u03bcs", 12e-6)]
    [InlineData("0", 0)]
    [InlineData("-5m", -300)]
    [InlineData("2562047h", 9223369200)]
    public void Is_read_as_go_reads_it(string text, double seconds) => Assert.Equal(seconds, Duration.Seconds(text));

    [Theory]
    [InlineData("PT30M")]
    [InlineData("30")]
    [InlineData("30 m")]
    [InlineData("30min")]
    [InlineData("30M")]
    [InlineData("1d")]
    [InlineData("m")]
    [InlineData(".m")]
    [InlineData("-")]
    [InlineData("1h-30m")]
    [InlineData("1,5h")]
    [InlineData("00:30:00")]
    [InlineData("\"30m\"")]
    [InlineData("30m\n")]
    [InlineData("2562048h")]
    public void Nothing_else_is(string text) => Assert.Null(Duration.Seconds(text));
}
