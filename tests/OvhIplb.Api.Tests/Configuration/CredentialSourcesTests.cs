using OvhIplb.Api.Authentication;
using OvhIplb.Api.Configuration;
using OvhIplb.Api.Endpoints;

namespace OvhIplb.Api.Tests.Configuration;

public sealed class CredentialSourcesTests
{
    private readonly Sources _sources = new();

    [Fact]
    public void Environment_is_enough()
    {
        _sources.SetEnvironment(
            ("OVH_ENDPOINT", "ovh-ca"),
            ("OVH_APPLICATION_KEY", "a"),
            ("OVH_APPLICATION_SECRET", "b"),
            ("OVH_CONSUMER_KEY", "c"));
        var found = _sources.Resolve();
        Assert.True(found.IsComplete);
        Assert.Equal("ovh-ca", found.Endpoint.Name);
        Assert.Equal("a", Keys(found).ApplicationKey);
        Assert.Equal("environment variable OVH_CONSUMER_KEY", found.Sources["consumerKey"]);
        Assert.Empty(found.Faults);
    }

    [Fact]
    public void What_is_given_outright_beats_environment_beats_file()
    {
        _sources.Files[Sources.Here]
            = "[default]\nendpoint=ovh-us\n[ovh-us]\napplication_key=file\napplication_secret=file\nconsumer_key=file\n";
        _sources.SetEnvironment(("OVH_APPLICATION_KEY", "environment"), ("OVH_APPLICATION_SECRET", "environment"));
        var found = _sources.Resolve(("applicationKey", "outright"));
        Assert.Equal("outright", Keys(found).ApplicationKey);
        Assert.Equal(
            ["./ovh.conf, section [default]", "the provider's configuration", "environment variable OVH_APPLICATION_SECRET", "./ovh.conf, section [ovh-us]"],
            new[] { "endpoint", "applicationKey", "applicationSecret", "consumerKey" }.Select(setting => found.Sources[setting]));
    }

    [Fact]
    public void Files_are_merged_key_by_key()
    {
        _sources.Files[Sources.Here] = "[ovh-eu]\napplication_key = here\n";
        _sources.Files[Sources.Home] = "[ovh-eu]\napplication_key = home\napplication_secret = home\n";
        _sources.Files[Sources.Machine] = "[ovh-eu]\napplication_key = machine\napplication_secret = machine\nconsumer_key = machine\n";
        var found = _sources.Resolve();
        Assert.True(found.IsComplete);
        Assert.Equal(
            [Sources.Here, Sources.Home, Sources.Machine],
            new[] { "applicationKey", "applicationSecret", "consumerKey" }.Select(setting => found.Sources[setting].Split(',')[0]));
    }

    [Fact]
    public void Empty_outright_and_in_the_environment_counts_as_not_given()
    {
        _sources.Files[Sources.Home] = "[ovh-eu]\napplication_key=home\n";
        _sources.SetEnvironment(("OVH_APPLICATION_KEY", ""));
        Assert.StartsWith(Sources.Home, _sources.Resolve(("applicationKey", "")).Sources["applicationKey"], StringComparison.Ordinal);
    }

    [Fact]
    public void Empty_in_a_file_takes_back_what_a_file_after_it_gives()
    {
        _sources.Files[Sources.Here] = "[ovh-eu]\napplication_key=\napplication_secret=\nconsumer_key=\nclient_id=EU.a\nclient_secret=b\n";
        _sources.Files[Sources.Home] = "[ovh-eu]\napplication_key=home\napplication_secret=home\nconsumer_key=home\n";
        Assert.IsType<ServiceAccount>(_sources.Resolve().Credentials);
    }

    [Fact]
    public void Endpoint_is_ovh_eu_where_none_is_given() => Assert.Equal("ovh-eu", _sources.Resolve().Endpoint!.Name);

    [Fact]
    public void Section_of_a_literal_url_is_the_url()
    {
        _sources.Files[Sources.Here] = "[http://127.0.0.1:1/1.0]\napplication_key: a\napplication_secret: b\nconsumer_key: c\n";
        Assert.True(_sources.Resolve(("endpoint", "http://127.0.0.1:1/1.0")).IsComplete);
    }

    [Fact]
    public void Url_of_a_region_finds_the_section_of_its_name()
    {
        _sources.Files[Sources.Here] = "[ovh-ca]\napplication_key=a\napplication_secret=b\nconsumer_key=c\n";
        var found = _sources.Resolve(("endpoint", "https://ca.api.ovh.com/1.0"));
        Assert.True(found.IsComplete);
        Assert.Equal(Endpoint.Parse("ovh-ca"), found.Endpoint);
    }

    [Theory]
    [InlineData("[default]\nendpoint = \"http://127.0.0.1:1/1.0\"\n\n[http://127.0.0.1:1/1.0]\napplication_key = \"a\" ; my key\n")]
    [InlineData("[default]\nendpoint=http://127.0.0.1:1/1.0\n[http://127.0.0.1:1/1.0] # prod\napplication_key=a\n")]
    [InlineData(
        "\uFEFF; comment\r\n[default]\r\nendpoint: 'http://127.0.0.1:1/1.0'\r\n[http://127.0.0.1:1/1.0]\r\napplication_key = `a`\r\n")]
    public void Grammar_is_that_of_the_go_client(string text)
    {
        _sources.Files[Sources.Here] = text + "application_secret = b\nconsumer_key = c\n";
        var found = _sources.Resolve();
        Assert.Equal("http://127.0.0.1:1/1.0", found.Endpoint?.BaseUrl);
        Assert.Equal("a", Keys(found).ApplicationKey);
    }

    [Fact]
    public void Keys_after_a_section_with_a_comment_are_not_those_of_the_section_before()
    {
        _sources.Files[Sources.Here] = "[default]\nendpoint=ovh-ca\n[ovh-ca]\napplication_key=ca\napplication_secret=ca\nconsumer_key=ca\n"
            + "[ovh-eu] ; production\napplication_key=eu\napplication_secret=eu\nconsumer_key=eu\n";
        Assert.Equal("ca", Keys(_sources.Resolve()).ApplicationKey);
    }

    [Fact]
    public void Section_of_a_region_by_its_url_comes_before_that_by_its_name()
    {
        _sources.Files[Sources.Here] = "[ovh-eu]\napplication_key=name\napplication_secret=name\nconsumer_key=name\n"
            + "[https://eu.api.ovh.com/1.0]\napplication_key=url\napplication_secret=url\nconsumer_key=url\n";
        Assert.Equal("url", Keys(_sources.Resolve(("endpoint", "https://eu.api.ovh.com/1.0"))).ApplicationKey);
        Assert.Equal("name", Keys(_sources.Resolve(("endpoint", "ovh-eu"))).ApplicationKey);
    }

    [Fact]
    public void File_that_cannot_be_read_is_named_and_nothing_is_guessed_from_the_rest()
    {
        _sources.Files[Sources.Here] = "[ovh-eu]\napplication_key=secret\nsecret\n";
        _sources.Files[Sources.Home] = "[ovh-eu]\napplication_key=a\napplication_secret=b\nconsumer_key=c\n";
        var found = _sources.Resolve();
        Assert.False(found.IsComplete);
        var fault = Assert.Single(found.Faults);
        Assert.Equal("", fault.Setting);
        Assert.StartsWith("./ovh.conf, line 3, is neither a comment, a [section] nor key=value", fault.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Sources.Here)]
    [InlineData(Sources.Home)]
    [InlineData(Sources.Machine)]
    public void File_that_cannot_be_read_is_no_fault_where_nothing_is_taken_from_files(string path)
    {
        _sources.Files[path] = "[default]\nendpoint=ovh-us\nsecret\n";
        _sources.SetEnvironment(("OVH_APPLICATION_KEY", "a"), ("OVH_APPLICATION_SECRET", "b"), ("OVH_CONSUMER_KEY", "c"));
        var found = _sources.Resolve(("endpoint", "ovh-ca"));
        Assert.True(found.IsComplete);
        Assert.Empty(found.Faults);
        Assert.Equal("ovh-ca", found.Endpoint.Name);
    }

    [Theory]
    [InlineData("[ovh-eu]\nclient_secret=b\n", "ovh-eu", "a", "")]
    [InlineData("[ovh-eu]\ntoken_url=http://127.0.0.1/token\n", "ovh-eu", "a", "b")]
    [InlineData("[default]\nendpoint=ovh-eu\n", "", "a", "b")]
    [InlineData("", "", "a", "b")]
    [InlineData("", "ovh-eu", "a", "")]
    [InlineData("", "ovh-eu", "", "")]
    [InlineData("[ovh-eu]\naccess_token=c\n", "ovh-eu", "a", "b")]
    public void File_that_cannot_be_read_is_a_fault_where_it_may_decide(string lines, string endpoint, string clientId, string clientSecret)
    {
        _sources.Files[Sources.Here] = $"{lines}secret\n";
        var found = _sources.Resolve(("endpoint", endpoint), ("clientId", clientId), ("clientSecret", clientSecret));
        Assert.False(found.IsComplete);
        Assert.StartsWith("./ovh.conf, line ", Assert.Single(found.Faults).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void File_that_cannot_be_read_is_no_fault_for_a_value_that_is_not_used()
    {
        _sources.Files[Sources.Here] = "[ovh-eu]\ntoken_url=http://127.0.0.1/token\nsecret\n";
        Assert.True(_sources.Resolve(("endpoint", "ovh-eu"), ("accessToken", "a")).IsComplete);
    }

    [Theory]
    [InlineData("http://127.0.0.1:8480/1.0")]
    [InlineData("http://[::1]:8480/1.0")]
    [InlineData("http://[::ffff:127.0.0.1]:8480/1.0")]
    [InlineData("http://localhost:8480/1.0")]
    [InlineData("http://api.localhost/1.0")]
    [InlineData("https://localhost.localdomain/1.0")]
    public void Secrets_are_sent_over_http_to_this_machine(string url)
        => Assert.True(_sources.Resolve(("endpoint", url), ("clientId", "a"), ("clientSecret", "b"), ("tokenUrl", url)).IsComplete);

    [Theory]
    [InlineData("http://localhost.localdomain/1.0")]
    [InlineData("http://ip6-localhost/1.0")]
    [InlineData("http://localhost4/1.0")]
    [InlineData("http://localhost.example/1.0")]
    [InlineData("http://0.0.0.0:8480/1.0")]
    [InlineData("http://[::]:8480/1.0")]
    [InlineData("http://[::ffff:192.0.2.7]/1.0")]
    public void Secrets_are_sent_over_http_nowhere_else(string url)
        => Assert.Equal(
            ["endpoint", "tokenUrl"],
            _sources.Resolve(("endpoint", url), ("clientId", "a"), ("clientSecret", "b"), ("tokenUrl", url)).Faults
                .Select(static fault => fault.Setting));

    [Theory]
    [InlineData("https://me:passphrase@api.example/1.0")]
    [InlineData("me:passphrase@api.example")]
    public void User_and_password_of_an_endpoint_are_shown_nowhere(string endpoint)
    {
        _sources.Files[Sources.Here] = $"[{endpoint}]\nconsumer_key=c\n[{endpoint}/]\n";
        var found = _sources.Resolve(("endpoint", endpoint));
        _sources.Files[Sources.Here] = $"[{endpoint}/]\n";
        var foundNothing = _sources.Resolve(("endpoint", endpoint));
        Assert.Contains(foundNothing.Faults, static fault => fault.Reason.Contains("[secret]@api.example", StringComparison.Ordinal));
        Assert.Contains("[secret]@api.example", found.Sources["consumerKey"], StringComparison.Ordinal);
        Assert.All(
            found.Faults.Concat(foundNothing.Faults).Select(static fault => fault.Reason).Concat(found.Sources.Values),
            static text => Assert.DoesNotContain("passphrase", text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("OVH-EU")]
    [InlineData(" ovh-eu ")]
    [InlineData("ovh-eu/")]
    public void Section_that_looks_the_same_is_not_read_and_named(string section)
    {
        _sources.Files[Sources.Here] = $"[{section}]\napplication_key=a\napplication_secret=b\nconsumer_key=c\n";
        Assert.Contains(
            $"There is a section [{section}], which is not read: write its name as [ovh-eu]",
            Assert.Single(_sources.Resolve().Faults).Reason,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("OVH_APPLICATION_KEY", "\"a\"", "applicationKey")]
    [InlineData("OVH_APPLICATION_SECRET", "'b'", "applicationSecret")]
    [InlineData("OVH_CONSUMER_KEY", "c\"", "consumerKey")]
    [InlineData("OVH_ENDPOINT", "\"ovh-eu\"", "endpoint")]
    [InlineData("OVH_ENDPOINT", "'https://eu.api.ovh.com/1.0'", "endpoint")]
    public void Quotes_in_the_environment_are_named(string variable, string value, string setting)
    {
        _sources.SetEnvironment(("OVH_APPLICATION_KEY", "a"), ("OVH_APPLICATION_SECRET", "b"), ("OVH_CONSUMER_KEY", "c"));
        _sources.SetEnvironment((variable, value));
        var fault = Assert.Single(_sources.Resolve().Faults);
        Assert.Equal(setting, fault.Setting);
        Assert.Equal(
            $"has quotes around it that are part of the value; write it without them (from environment variable {variable})",
            fault.Reason);
    }

    private static ApplicationCredentials Keys(Resolution found) => Assert.IsType<ApplicationCredentials>(found.Credentials);
}
