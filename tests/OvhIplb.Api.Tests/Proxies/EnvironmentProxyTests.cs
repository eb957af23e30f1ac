using System.Net;
using OvhIplb.Api.Proxies;

namespace OvhIplb.Api.Tests.Proxies;

public sealed class EnvironmentProxyTests
{
    private const string Ovh = "https://eu.api.ovh.com/1.0/auth/time";

    [Theory]
    [InlineData("HTTPS_PROXY=http://up:1", "http://up:1/")]
    [InlineData("https_proxy=http://low:1 HTTPS_PROXY=http://up:1", "http://low:1/")]
    [InlineData("ALL_PROXY=http://all:1", "http://all:1/")]
    [InlineData("all_proxy=socks5://all:1 https_proxy=http://low:1", "http://low:1/")]
    [InlineData("https_proxy=proxy.example:3128", "http://proxy.example:3128/")]
    [InlineData("https_proxy=\"http://quoted:1\"", "http://quoted:1/")]
    [InlineData("https_proxy='http://quoted:1'", "http://quoted:1/")]
    [InlineData("http_proxy=http://plain:1", null)]
    [InlineData("https_proxy=", null)]
    [InlineData("", null)]
    public void Ovh_is_called_through_the_proxy_of_its_scheme(string variables, string? proxy)
        => Assert.Equal(proxy, Proxy(variables).GetProxy(new Uri(Ovh))?.AbsoluteUri);

    [Theory]
    [InlineData("https_proxy=http://me:secret@proxy.example:3128", "me", "secret")]
    [InlineData("https_proxy=me:secret@proxy.example:3128", "me", "secret")]
    [InlineData("all_proxy=socks5://me:s%40cret@proxy.example:3128", "me", "s@cret")]
    [InlineData("https_proxy=http://me:s#cr/e@t@proxy.example:3128", "me", "s#cr/e@t")]
    [InlineData("https_proxy=http://me@proxy.example:3128", "me", "")]
    public void Url_of_a_proxy_has_neither_user_nor_password_and_the_credentials_have_both(string variables, string user, string password)
    {
        var proxy = Proxy(variables);

        var url = proxy.GetProxy(new Uri(Ovh))!;
        Assert.Equal(("", "proxy.example:3128"), (url.UserInfo, url.Authority));
        var given = proxy.Credentials!.GetCredential(url, "Basic");
        Assert.Equal((user, password), (given?.UserName, given?.Password));
    }

    [Theory]
    [InlineData("https_proxy=ftp://me:secret@up:1", "https_proxy")]
    [InlineData("https_proxy=http://", "https_proxy")]
    [InlineData("HTTPS_PROXY=http://me:secret@proxy:port", "HTTPS_PROXY")]
    [InlineData("ALL_PROXY=me:secret@", "ALL_PROXY")]
    [InlineData("https_proxy=me:secret", "https_proxy")]
    public void Value_that_is_not_the_url_of_a_proxy_is_named_by_its_variable_alone(string variables, string variable)
    {
        var proxy = Proxy(variables);

        var fault = proxy.FaultFor(new Uri(Ovh));
        Assert.StartsWith(
            $"the environment variable {variable} is not the URL of a proxy; write it as http://host:port",
            fault,
            StringComparison.Ordinal);
        Assert.DoesNotContain("secret", fault, StringComparison.Ordinal);
        Assert.Null(proxy.FaultFor(new Uri("http://127.0.0.1:8480/1.0")));
    }

    [Theory]
    [InlineData("https_proxy=http://proxy:1 http_proxy=ftp://proxy:1")]
    [InlineData("https_proxy=ftp://proxy:1 no_proxy=ovh.com")]
    [InlineData("")]
    public void Value_that_a_call_does_not_need_is_no_fault(string variables) => Assert.Null(Proxy(variables).FaultFor(new Uri(Ovh)));

    [Theory]
    [InlineData("*")]
    [InlineData("eu.api.ovh.com")]
    [InlineData("EU.API.OVH.COM")]
    [InlineData("ovh.com")]
    [InlineData(".ovh.com")]
    [InlineData("*.ovh.com")]
    [InlineData("api.ovh.com.")]
    [InlineData("localhost, ovh.com")]
    [InlineData("localhost ovh.com")]
    [InlineData("ovh.com:443")]
    [InlineData("\"localhost,ovh.com\"")]
    public void Hosts_that_no_proxy_names_are_called_directly(string list)
        => Assert.True(Proxy("https_proxy=http://proxy:1", ("NO_PROXY", list)).IsBypassed(new Uri(Ovh)));

    [Theory]
    [InlineData("")]
    [InlineData("h.com")]
    [InlineData("api.ovh.co")]
    [InlineData("ovh.com:8443")]
    [InlineData("www.eu.api.ovh.com")]
    [InlineData(",.,*.")]
    public void Other_hosts_are_not(string list)
        => Assert.False(Proxy("https_proxy=http://proxy:1", ("no_proxy", list), ("NO_PROXY", "*")).IsBypassed(new Uri(Ovh)));

    [Theory]
    [InlineData("192.0.2.7", "http://192.0.2.7:8080/1.0")]
    [InlineData("192.0.2.0/24", "http://192.0.2.7:8080/1.0")]
    [InlineData("192.0.2.1/24", "http://192.0.2.7:8080/1.0")]
    [InlineData("192.0.2.1/30,198.51.100.200/25", "http://198.51.100.129/1.0")]
    [InlineData("192.0.2.7/32", "http://192.0.2.7:8080/1.0")]
    [InlineData("198.51.100.1/0", "http://192.0.2.7:8080/1.0")]
    [InlineData("2001:db8:1::1/36", "http://[2001:db8:fff::7]/1.0")]
    [InlineData("192.0.2.7:8080", "http://192.0.2.7:8080/1.0")]
    [InlineData("2001:db8::/32", "http://[2001:db8::7]/1.0")]
    [InlineData("[2001:db8::7]", "http://[2001:db8::7]/1.0")]
    [InlineData("2001:db8::7", "http://[2001:db8::7]/1.0")]
    [InlineData("[2001:db8::7]:8080", "http://[2001:db8::7]:8080/1.0")]
    public void Addresses_that_no_proxy_names_are_called_directly(string list, string url)
        => Assert.True(Proxy("http_proxy=http://proxy:1", ("no_proxy", list)).IsBypassed(new Uri(url)));

    [Theory]
    [InlineData("192.0.2.1/25")]
    [InlineData("192.0.2.200/33")]
    [InlineData("192.0.2.200/-1")]
    [InlineData("192.0.2.200/")]
    [InlineData("2001:db8::/0")]
    public void Addresses_outside_a_block_are_not(string list)
        => Assert.False(Proxy("http_proxy=http://proxy:1", ("no_proxy", list)).IsBypassed(new Uri("http://192.0.2.200/1.0")));

    [Theory]
    [InlineData("http://127.0.0.1:8480/1.0")]
    [InlineData("http://127.1.2.3/")]
    [InlineData("http://127.1/")]
    [InlineData("http://localhost:8480/1.0")]
    [InlineData("https://LOCALHOST/")]
    [InlineData("http://localhost./")]
    [InlineData("http://api.localhost/")]
    [InlineData("http://localhost.localdomain/")]
    [InlineData("http://ip6-localhost/")]
    [InlineData("http://[::1]:8480/")]
    [InlineData("http://[::ffff:127.0.0.1]/")]
    [InlineData("http://[0:0:0:0:0:ffff:7f00:1]/")]
    [InlineData("http://0.0.0.0:8480/")]
    [InlineData("http://[::]/")]
    public void This_machine_is_never_called_through_a_proxy(string url)
    {
        Assert.Null(Proxy("http_proxy=http://proxy:1 https_proxy=http://proxy:1 all_proxy=http://proxy:1").GetProxy(new Uri(url)));
        Assert.True(new EnvironmentProxy(static _ => null, new WebProxy("http://system:1")).IsBypassed(new Uri(url)));
    }

    [Theory]
    [InlineData("http://localhost.example/")]
    [InlineData("http://mylocalhost/")]
    [InlineData("http://128.0.0.1/")]
    [InlineData("http://[::2]/")]
    [InlineData("http://[::ffff:192.0.2.7]/")]
    public void Other_machines_are(string url)
        => Assert.Equal("http://proxy:1/", Proxy("http_proxy=http://proxy:1").GetProxy(new Uri(url))?.AbsoluteUri);

    [Fact]
    public void Without_variables_the_proxy_of_the_system_is_used()
    {
        var proxy = new EnvironmentProxy(
            static _ => null,
            new WebProxy("http://system:1") { Credentials = new NetworkCredential("system", "x") });

        Assert.Equal("http://system:1/", proxy.GetProxy(new Uri(Ovh))?.AbsoluteUri);
        var withUser = new EnvironmentProxy(static _ => null, new WebProxy("http://me:secret@system:1"));
        Assert.Equal("http://system:1/", withUser.GetProxy(new Uri(Ovh))?.AbsoluteUri);
        Assert.Equal("system", proxy.Credentials?.GetCredential(new Uri("http://system:1"), "Basic")?.UserName);
    }

    [Fact]
    public void With_a_variable_it_is_not()
        => Assert.Null(new EnvironmentProxy(static name => name == "http_proxy" ? "http://proxy:1" : null, new WebProxy("http://system:1"))
            .GetProxy(new Uri(Ovh)));

    [Fact]
    public void User_and_password_of_a_proxy_are_given_to_that_proxy_alone()
    {
        var proxy = Proxy("https_proxy=http://me:p%40ss@proxy.example:3128 http_proxy=http://other.example:3128");

        var given = proxy.Credentials!.GetCredential(proxy.GetProxy(new Uri(Ovh))!, "Basic");
        Assert.Equal(("me", "p@ss"), (given?.UserName, given?.Password));
        Assert.Null(proxy.Credentials.GetCredential(new Uri("http://other.example:3128"), "Basic"));
    }

    private static EnvironmentProxy Proxy(string variables, params (string Name, string Value)[] more)
    {
        var all = variables.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(static pair => pair.Split('=', 2))
            .Select(static pair => (Name: pair[0], Value: pair[1])).Concat(more).ToDictionary(
                static pair => pair.Name,
                static pair => pair.Value);
        return new EnvironmentProxy(all.GetValueOrDefault, system: null);
    }
}
