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
        _sources.SetEnvironment(("OVH_ENDPOINT", "ovh-ca"), ("OVH_APPLICATION_KEY", "a"), ("OVH_APPLICATION_SECRET", "b"), ("OVH_CONSUMER_KEY", "c"));
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
        _sources.Files[Sources.Here] = "[default]\nendpoint=ovh-us\n[ovh-us]\napplication_key=file\napplication_secret=file\nconsumer_key=file\n";
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
    public void Empty_counts_as_not_given()
    {
        _sources.Files[Sources.Here] = "[ovh-eu]\napplication_key=\n";
        _sources.Files[Sources.Home] = "[ovh-eu]\napplication_key=home\n";
        _sources.SetEnvironment(("OVH_APPLICATION_KEY", ""));
        Assert.StartsWith(Sources.Home, _sources.Resolve(("applicationKey", "")).Sources["applicationKey"], StringComparison.Ordinal);
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

    [Fact]
    public void Ini_dialect_is_read()
    {
        _sources.Files[Sources.Here] = "\uFEFF; comment\r\n# comment\r\n[ovh-eu]\r\napplication_key = \"quoted\" \r\nnonsense\r\n"
            + "application_secret: a=b\r\nconsumer_key = c ; the usual one\r\n";
        var found = _sources.Resolve();
        Assert.Equal("quoted", Keys(found).ApplicationKey);
        Assert.Equal("a=b", Keys(found).ApplicationSecret);
        Assert.Equal("c", Keys(found).ConsumerKey);
    }

    private static ApplicationCredentials Keys(Resolution found) => Assert.IsType<ApplicationCredentials>(found.Credentials);
}
