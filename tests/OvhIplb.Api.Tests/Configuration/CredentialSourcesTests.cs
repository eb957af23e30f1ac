using OvhIplb.Api.Configuration;
using OvhIplb.Api.Endpoints;

namespace OvhIplb.Api.Tests.Configuration;

public sealed class CredentialSourcesTests
{
    private const string Here = "./ovh.conf";
    private const string Home = "/home/me/.ovh.conf";
    private const string Machine = "/etc/ovh.conf";

    private readonly Dictionary<string, string> _environment = [];
    private readonly Dictionary<string, string> _files = [];

    [Fact]
    public void Environment_is_enough()
    {
        SetEnvironment(("OVH_ENDPOINT", "ovh-ca"), ("OVH_APPLICATION_KEY", "a"), ("OVH_APPLICATION_SECRET", "b"), ("OVH_CONSUMER_KEY", "c"));
        var found = Resolve(new Settings());
        Assert.True(found.IsComplete);
        Assert.Equal("ovh-ca", found.Endpoint.Name);
        Assert.Equal("a", found.Credentials.ApplicationKey);
        Assert.Equal("environment variable OVH_CONSUMER_KEY", found.Sources["consumerKey"]);
        Assert.Empty(found.Faults);
    }

    [Fact]
    public void What_is_given_outright_beats_environment_beats_file()
    {
        _files[Here] = "[default]\nendpoint=ovh-us\n[ovh-us]\napplication_key=file\napplication_secret=file\nconsumer_key=file\n";
        SetEnvironment(("OVH_APPLICATION_KEY", "environment"), ("OVH_APPLICATION_SECRET", "environment"));
        var found = Resolve(new Settings { ApplicationKey = "outright" });
        Assert.Equal("outright", found.Credentials!.ApplicationKey);
        Assert.Equal(
            ["./ovh.conf, section [default]", "the provider's configuration", "environment variable OVH_APPLICATION_SECRET", "./ovh.conf, section [ovh-us]"],
            new[] { "endpoint", "applicationKey", "applicationSecret", "consumerKey" }.Select(setting => found.Sources[setting]));
    }

    [Fact]
    public void Files_are_merged_key_by_key()
    {
        _files[Here] = "[ovh-eu]\napplication_key = here\n";
        _files[Home] = "[ovh-eu]\napplication_key = home\napplication_secret = home\n";
        _files[Machine] = "[ovh-eu]\napplication_key = machine\napplication_secret = machine\nconsumer_key = machine\n";
        var found = Resolve(new Settings());
        Assert.True(found.IsComplete);
        Assert.Equal(
            [Here, Home, Machine],
            new[] { "applicationKey", "applicationSecret", "consumerKey" }.Select(setting => found.Sources[setting].Split(',')[0]));
    }

    [Fact]
    public void Empty_counts_as_not_given()
    {
        _files[Here] = "[ovh-eu]\napplication_key=\n";
        _files[Home] = "[ovh-eu]\napplication_key=home\n";
        SetEnvironment(("OVH_APPLICATION_KEY", ""));
        Assert.StartsWith(Home, Resolve(new Settings { ApplicationKey = "" }).Sources["applicationKey"], StringComparison.Ordinal);
    }

    [Fact]
    public void Endpoint_is_ovh_eu_where_none_is_given() => Assert.Equal("ovh-eu", Resolve(new Settings()).Endpoint!.Name);

    [Fact]
    public void Section_of_a_literal_url_is_the_url()
    {
        _files[Here] = "[http://127.0.0.1:1/1.0]\napplication_key: a\napplication_secret: b\nconsumer_key: c\n";
        Assert.True(Resolve(new Settings { Endpoint = "http://127.0.0.1:1/1.0" }).IsComplete);
    }

    [Fact]
    public void Url_of_a_region_finds_the_section_of_its_name()
    {
        _files[Here] = "[ovh-ca]\napplication_key=a\napplication_secret=b\nconsumer_key=c\n";
        var found = Resolve(new Settings { Endpoint = "https://ca.api.ovh.com/1.0" });
        Assert.True(found.IsComplete);
        Assert.Equal(Endpoint.Parse("ovh-ca"), found.Endpoint);
    }

    [Fact]
    public void Every_fault_is_named_at_once_with_the_source_and_never_the_value()
    {
        SetEnvironment(("OVH_ENDPOINT", "ovh-e"), ("OVH_APPLICATION_SECRET", "hush"));
        var found = Resolve(new Settings());
        Assert.False(found.IsComplete);
        Assert.Equal(
            [
                new Fault("endpoint", "\"ovh-e\" is not known (did you mean ovh-eu?); give one of ovh-eu, ovh-ca, ovh-us, kimsufi-eu, kimsufi-ca, "
                    + "soyoustart-eu, soyoustart-ca, or a URL (from environment variable OVH_ENDPOINT)"),
                new Fault("applicationKey", "is missing, and the credentials need all three; found applicationSecret from environment variable OVH_APPLICATION_SECRET"),
                new Fault("consumerKey", "is missing, and the credentials need all three; found applicationSecret from environment variable OVH_APPLICATION_SECRET"),
            ],
            found.Faults);
    }

    [Fact]
    public void No_credentials_at_all_says_how_to_give_some()
    {
        var fault = Assert.Single(Resolve(new Settings()).Faults);
        Assert.Equal("applicationKey", fault.Setting);
        Assert.Contains("OVH_APPLICATION_KEY", fault.Reason, StringComparison.Ordinal);
        Assert.Contains("section [ovh-eu] of ovh.conf", fault.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ke y")]
    [InlineData("key\n")]
    [InlineData("clé")]
    public void Value_that_no_header_can_carry_is_a_fault(string value)
    {
        SetEnvironment(("OVH_APPLICATION_KEY", value));
        var found = Resolve(new Settings { ApplicationSecret = "b", ConsumerKey = "c" });
        Assert.Null(found.Credentials);
        Assert.Equal(
            [new Fault("applicationKey", "has white space or characters beyond ASCII, which no key has (from environment variable OVH_APPLICATION_KEY)")],
            found.Faults);
    }

    [Fact]
    public void Ini_dialect_is_read()
    {
        _files[Here] = "\uFEFF; comment\r\n# comment\r\n[ovh-eu]\r\napplication_key = \"quoted\" \r\nnonsense\r\n"
            + "application_secret: a=b\r\nconsumer_key = c ; the usual one\r\n";
        var found = Resolve(new Settings());
        Assert.Equal("quoted", found.Credentials!.ApplicationKey);
        Assert.Equal("a=b", found.Credentials.ApplicationSecret);
        Assert.Equal("c", found.Credentials.ConsumerKey);
    }

    private void SetEnvironment(params ReadOnlySpan<(string Name, string Value)> variables)
    {
        foreach (var (name, value) in variables)
        {
            _environment[name] = value;
        }
    }

    private Resolution Resolve(Settings settings)
        => new CredentialSources(_environment.GetValueOrDefault, _files.GetValueOrDefault, [Here, Home, Machine]).Resolve(settings);
}
