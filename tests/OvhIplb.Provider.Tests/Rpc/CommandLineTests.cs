using OvhIplb.Provider.Framework.Rpc;

namespace OvhIplb.Provider.Tests.Rpc;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("127.0.0.1:4711")]
    [InlineData("--logtostderr", "-v=9", "--tracing", "http://x:1", "127.0.0.1:4711")]
    [InlineData("127.0.0.1:4711", "--logtostderr", "--tracing=http://x:1", "-v", "3")]
    public void The_engine_s_address_is_found_among_options(params string[] arguments) =>
        Assert.Equal(new("127.0.0.1:4711", false), CommandLine.Parse(arguments));

    [Fact]
    public void Without_an_address_an_engine_may_attach_later() => Assert.Equal(new(null, false), CommandLine.Parse(["-v=3"]));

    [Fact]
    public void The_schema_can_be_asked_for() => Assert.Equal(new(null, true), CommandLine.Parse(["--schema"]));
}
