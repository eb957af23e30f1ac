using Engine.Programs;

namespace Engine.Tests.Programs;

public sealed class ProxyBypassTests
{
    private const string ThisMachine = "127.0.0.1,localhost,::1,[::1]";

    [Theory]
    [InlineData("http_proxy")]
    [InlineData("HTTP_PROXY")]
    [InlineData("https_proxy")]
    [InlineData("ALL_PROXY")]
    [InlineData("grpc_proxy")]
    public void Where_there_is_a_proxy_this_machine_is_an_exception(string variable)
    {
        var environment = Extended((variable, "http://proxy:1"));

        Assert.Equal(
            (ThisMachine, ThisMachine, "http://proxy:1"),
            (environment["no_proxy"], environment["NO_PROXY"], environment[variable]));
        Assert.False(environment.ContainsKey("no_grpc_proxy"));
    }

    [Fact]
    public void Without_a_proxy_nothing_is_changed()
    {
        Assert.Equal(["PATH"], Extended(("PATH", "/bin")).Keys);
        Assert.Equal("a.example", Extended(("http_proxy", ""), ("no_proxy", "a.example"))["no_proxy"]);
    }

    [Fact]
    public void What_the_user_excepts_stays_in_both_spellings()
    {
        var upper = Extended(("http_proxy", "http://proxy:1"), ("NO_PROXY", "a.example, .b.example,localhost,"));
        Assert.Equal("a.example,.b.example,localhost,127.0.0.1,::1,[::1]", upper["NO_PROXY"]);
        Assert.Equal(upper["NO_PROXY"], upper["no_proxy"]);

        var both = Extended(
            ("http_proxy", "http://proxy:1"),
            ("NO_PROXY", "a.example"),
            ("no_proxy", "b.example"),
            ("no_grpc_proxy", "c.example"));
        Assert.Equal(
            ($"a.example,{ThisMachine}", $"b.example,{ThisMachine}", $"c.example,{ThisMachine}"),
            (both["NO_PROXY"], both["no_proxy"], both["no_grpc_proxy"]));
    }

    [Fact]
    public void Where_everything_is_excepted_there_is_no_proxy()
    {
        var environment = Extended(("http_proxy", "http://proxy:1"), ("ALL_PROXY", "http://proxy:1"), ("NO_PROXY", "*"));

        Assert.Equal(["NO_PROXY"], environment.Keys);
    }

    private static Dictionary<string, string?> Extended(params (string Name, string Value)[] variables)
    {
        var environment = variables.ToDictionary(static pair => pair.Name, static pair => (string?)pair.Value);
        ProxyBypass.Extend(environment);
        return environment;
    }
}
