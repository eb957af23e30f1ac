using OvhIplb.Api.Endpoints;

namespace OvhIplb.Api.Tests.Endpoints;

public sealed class EndpointTests
{
    [Theory]
    [InlineData("ovh-eu", "https://eu.api.ovh.com/1.0")]
    [InlineData("ovh-ca", "https://ca.api.ovh.com/1.0")]
    [InlineData("ovh-us", "https://api.us.ovhcloud.com/1.0")]
    [InlineData("kimsufi-eu", "https://eu.api.kimsufi.com/1.0")]
    [InlineData("kimsufi-ca", "https://ca.api.kimsufi.com/1.0")]
    [InlineData("soyoustart-eu", "https://eu.api.soyoustart.com/1.0")]
    [InlineData("soyoustart-ca", "https://ca.api.soyoustart.com/1.0")]
    [InlineData("http://127.0.0.1:8080/1.0", "http://127.0.0.1:8080/1.0")]
    public void Name_or_url_is_read(string value, string url)
    {
        Assert.True(Endpoint.TryParse(value, out var endpoint, out _));
        Assert.Equal(url, endpoint.BaseUrl);
        Assert.Equal(value, endpoint.Name);
    }

    [Theory]
    [InlineData("ovh-e", "\"ovh-e\" is not known (did you mean ovh-eu?); give one of ovh-eu, ovh-ca, ovh-us, kimsufi-eu, kimsufi-ca, "
        + "soyoustart-eu, soyoustart-ca, or a URL")]
    [InlineData("OVH-CA", "\"OVH-CA\" is not known (did you mean ovh-ca?); give one of ovh-eu, ovh-ca, ovh-us, kimsufi-eu, kimsufi-ca, "
        + "soyoustart-eu, soyoustart-ca, or a URL")]
    [InlineData(
        "nowhere",
        "\"nowhere\" is not known; give one of ovh-eu, ovh-ca, ovh-us, kimsufi-eu, kimsufi-ca, soyoustart-eu, soyoustart-ca, or a URL")]
    [InlineData("", "is empty; give one of ovh-eu, ovh-ca, ovh-us, kimsufi-eu, kimsufi-ca, soyoustart-eu, soyoustart-ca, or a URL")]
    [InlineData("http://127.0.0.1:8080/", "must not end with a slash")]
    [InlineData("ftp://example.com/1.0", "holds a slash, so it is read as a URL, and it is no absolute http or https URL")]
    [InlineData("eu.api.ovh.com/1.0", "holds a slash, so it is read as a URL, and it is no absolute http or https URL")]
    [InlineData("http://127.0.0.1:8080/1.0\n", "has a line break at its end; write it without")]
    [InlineData("ovh-eu\r\n", "has a line break at its end; write it without")]
    [InlineData(" ovh-eu", "has a blank at its beginning; write it without")]
    [InlineData("https://eu.api.ovh.com/1.0 ; prod", "has a blank in it; write it without")]
    [InlineData("\u200Bovh-eu", "has a character beyond ASCII, U+200B, at its beginning; write it without")]
    [InlineData("ovh-eu\u200B\r\n", "has a character beyond ASCII, U+200B, at its end; write it without")]
    [InlineData("https://\uFF45u.api.ovh.com/1.0", "has a character beyond ASCII, U+FF45, in it; write it without")]
    [InlineData("ovh-eu\u007F", "has a control character, U+007F, at its end; write it without")]
    [InlineData("\0ovh-eu", "has a control character, U+0000, at its beginning; write it without")]
    [InlineData("ovh\u001B-eu", "has a control character, U+001B, in it; write it without")]
    [InlineData("me:pass@eu.api.ovh.com", "\"[secret]@eu.api.ovh.com\" is not known; give one of ovh-eu, ovh-ca, ovh-us, kimsufi-eu, "
        + "kimsufi-ca, soyoustart-eu, soyoustart-ca, or a URL")]
    [InlineData("\"ovh-eu\"", "has quotes around it that are part of the value; write it without them")]
    [InlineData("'https://eu.api.ovh.com/1.0'", "has quotes around it that are part of the value; write it without them")]
    [InlineData("https://eu.api.ovh.com:99999/1.0", "holds a slash, so it is read as a URL, and it is no absolute http or https URL")]
    [InlineData("https:///1.0", "holds a slash, so it is read as a URL, and it is no absolute http or https URL")]
    [InlineData("https://me:secret@example.com/1.0", "must be a plain URL: no user name, no query, no fragment")]
    public void Anything_else_is_refused_with_a_reason(string value, string expected)
    {
        Assert.False(Endpoint.TryParse(value, out _, out var reason));
        Assert.Equal(expected, reason);
    }

    [Theory]
    [InlineData("ovh-eu", "/me", "https://eu.api.ovh.com/1.0/me")]
    [InlineData("ovh-eu", "/v1/me", "https://eu.api.ovh.com/v1/me")]
    [InlineData("ovh-eu", "/v2/iam/policy", "https://eu.api.ovh.com/v2/iam/policy")]
    [InlineData("http://127.0.0.1:1/api", "/v2/iam", "http://127.0.0.1:1/api/v2/iam")]
    [InlineData("ovh-eu", "/ip/192.0.2.10%2F32", "https://eu.api.ovh.com/1.0/ip/192.0.2.10%2F32")]
    [InlineData("ovh-eu", "/ip/2001%3Adb8%3A%3A%2F56", "https://eu.api.ovh.com/1.0/ip/2001%3Adb8%3A%3A%2F56")]
    [InlineData("ovh-eu", "/ip/%41%7e/%2E%2E/x", "https://eu.api.ovh.com/1.0/ip/%41%7e/%2E%2E/x")]
    public void Url_keeps_the_path_as_it_is(string endpoint, string path, string url)
        => Assert.Equal(url, Endpoint.Parse(endpoint).UrlOf(path).AbsoluteUri);
}
