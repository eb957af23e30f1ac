using OvhIplb.Api.Authentication;
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
        Assert.Equal("a", Keys(found).ApplicationKey);
        Assert.Equal("environment variable OVH_CONSUMER_KEY", found.Sources["consumerKey"]);
        Assert.Empty(found.Faults);
    }

    [Fact]
    public void What_is_given_outright_beats_environment_beats_file()
    {
        _files[Here] = "[default]\nendpoint=ovh-us\n[ovh-us]\napplication_key=file\napplication_secret=file\nconsumer_key=file\n";
        SetEnvironment(("OVH_APPLICATION_KEY", "environment"), ("OVH_APPLICATION_SECRET", "environment"));
        var found = Resolve(new Settings { ApplicationKey = "outright" });
        Assert.Equal("outright", Keys(found).ApplicationKey);
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
                new Fault("applicationKey", "is missing, and the credentials need all of applicationKey, applicationSecret, consumerKey; found applicationSecret from environment variable OVH_APPLICATION_SECRET"),
                new Fault("consumerKey", "is missing, and the credentials need all of applicationKey, applicationSecret, consumerKey; found applicationSecret from environment variable OVH_APPLICATION_SECRET"),
            ],
            found.Faults);
    }

    [Fact]
    public void No_credentials_at_all_says_how_to_give_some()
    {
        var fault = Assert.Single(Resolve(new Settings()).Faults);
        Assert.Equal(
            new Fault("applicationKey", "no credentials were found. Give applicationKey, applicationSecret and consumerKey, or clientId and clientSecret, "
                + "or accessToken in the provider's configuration; or set OVH_APPLICATION_KEY, OVH_APPLICATION_SECRET, OVH_CONSUMER_KEY, "
                + "or OVH_CLIENT_ID, OVH_CLIENT_SECRET, or OVH_ACCESS_TOKEN; or write application_key, application_secret, consumer_key, "
                + "or client_id, client_secret, or access_token into section [ovh-eu] of ovh.conf"),
            fault);
    }

    [Fact]
    public void Service_account_gets_its_tokens_where_its_region_gives_them()
    {
        SetEnvironment(("OVH_ENDPOINT", "ovh-ca"), ("OVH_CLIENT_ID", "a"), ("OVH_CLIENT_SECRET", "b"));
        var account = Assert.IsType<ServiceAccount>(Resolve(new Settings()).Credentials);
        Assert.Equal(("a", "b", "https://ca.ovh.com/auth/oauth2/token"), (account.ClientId, account.ClientSecret, account.TokenUrl.AbsoluteUri));
    }

    [Fact]
    public void Token_url_can_be_another()
    {
        _files[Here] = "[ovh-eu]\nclient_id=a\nclient_secret=b\ntoken_url=https://id.example/token\n";
        var found = Resolve(new Settings());
        Assert.Equal("https://id.example/token", Assert.IsType<ServiceAccount>(found.Credentials).TokenUrl.AbsoluteUri);
        Assert.Equal("./ovh.conf, section [ovh-eu]", found.Sources["tokenUrl"]);
    }

    [Theory]
    [InlineData("kimsufi-eu")]
    [InlineData("http://127.0.0.1:1/1.0")]
    public void Service_account_of_an_endpoint_without_token_url_asks_for_one(string endpoint)
    {
        var found = Resolve(new Settings { Endpoint = endpoint, ClientId = "a", ClientSecret = "b" });
        Assert.Null(found.Credentials);
        Assert.Equal(
            [new Fault("tokenUrl", $"is missing: no token URL is known for the endpoint {endpoint}, and a service account needs one; "
                + "found clientId from the provider's configuration, clientSecret from the provider's configuration")],
            found.Faults);
    }

    [Theory]
    [InlineData("id.example/token", "is no absolute http or https URL")]
    [InlineData("https://me:hush@id.example/token", "must be a plain URL: no user name, no query, no fragment")]
    public void Token_url_that_is_none_is_a_fault(string url, string reason)
    {
        SetEnvironment(("OVH_TOKEN_URL", url));
        var found = Resolve(new Settings { ClientId = "a", ClientSecret = "b" });
        Assert.Equal([new Fault("tokenUrl", $"{reason} (from environment variable OVH_TOKEN_URL)")], found.Faults);
    }

    [Fact]
    public void Token_is_enough()
    {
        SetEnvironment(("OVH_ACCESS_TOKEN", "abc"));
        Assert.IsType<AccessToken>(Resolve(new Settings()).Credentials);
    }

    [Fact]
    public void More_than_one_way_to_authenticate_is_one_fault_that_names_every_source()
    {
        _files[Here] = "[ovh-eu]\nclient_id=hush\n";
        SetEnvironment(("OVH_ACCESS_TOKEN", "hush"), ("OVH_CONSUMER_KEY", "hush"));
        var found = Resolve(new Settings { ApplicationKey = "hush" });
        Assert.Null(found.Credentials);
        var fault = Assert.Single(found.Faults);
        Assert.Equal(
            new Fault("accessToken", "more than one way to authenticate was found: applicationKey from the provider's configuration, "
                + "consumerKey from environment variable OVH_CONSUMER_KEY, clientId from ./ovh.conf, section [ovh-eu], "
                + "accessToken from environment variable OVH_ACCESS_TOKEN. Keep one of them: "
                + "applicationKey, applicationSecret, consumerKey; or clientId, clientSecret; or accessToken"),
            fault);
    }

    [Fact]
    public void Empty_variables_of_another_way_are_not_another_way()
    {
        SetEnvironment(("OVH_APPLICATION_KEY", ""), ("OVH_APPLICATION_SECRET", ""), ("OVH_CONSUMER_KEY", ""));
        Assert.IsType<ServiceAccount>(Resolve(new Settings { ClientId = "a", ClientSecret = "b" }).Credentials);
    }

    [Fact]
    public void Half_a_service_account_is_a_fault()
    {
        SetEnvironment(("OVH_CLIENT_SECRET", "hush"));
        Assert.Equal(
            [new Fault("clientId", "is missing, and the credentials need all of clientId, clientSecret; found clientSecret from environment variable OVH_CLIENT_SECRET")],
            Resolve(new Settings()).Faults);
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
            [new Fault("applicationKey", "has white space or characters beyond ASCII, which no credential has (from environment variable OVH_APPLICATION_KEY)")],
            found.Faults);
    }

    [Fact]
    public void Ini_dialect_is_read()
    {
        _files[Here] = "\uFEFF; comment\r\n# comment\r\n[ovh-eu]\r\napplication_key = \"quoted\" \r\nnonsense\r\n"
            + "application_secret: a=b\r\nconsumer_key = c ; the usual one\r\n";
        var found = Resolve(new Settings());
        Assert.Equal("quoted", Keys(found).ApplicationKey);
        Assert.Equal("a=b", Keys(found).ApplicationSecret);
        Assert.Equal("c", Keys(found).ConsumerKey);
    }

    private static ApplicationCredentials Keys(Resolution found) => Assert.IsType<ApplicationCredentials>(found.Credentials);

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
