using OvhIplb.Provider.WireTests.Engine;

namespace OvhIplb.Provider.WireTests.Certificates;

/// <summary>
/// A private key is shown to nobody, wherever a program puts it. That no answer, line or error of any other test holds one is required
/// where they end.
/// </summary>
public sealed class SecrecyTests(SharedDeployment shared) : IClassFixture<SharedDeployment>
{
    private static readonly OwnCertificate Own = OwnCertificate.Sample;

    /// <summary>The key's base64 without lines.</summary>
    private static readonly string Body = string.Concat(Own.Key.Split('\n').Where(static line => !line.StartsWith('-')));

    [Fact]
    public async Task A_key_that_was_given_in_the_clear_is_a_secret_from_the_check_on()
    {
        var entry = shared.Deployment.Entry("CustomCertificate");
        var check = await entry.CheckAsync(Wire.Of(Wire.Own(Own)).With("key", Wire.Quoted(Own.Key)));
        Assert.Empty(check.Failures);
        Assert.True(Wire.IsSecret(check.Inputs.Fields["key"]));
    }

    [Theory]
    [InlineData("key", "does not belong to the certificate")]
    [InlineData("certificate", "holds a private key")]
    [InlineData("chain", "holds a private key")]
    [InlineData("displayName", "holds a private key")]
    [InlineData("privateKey", "unknown property 'privateKey'")]
    public async Task A_failure_at_a_key_in_the_clear_is_told_without_the_property(string name, string reason)
    {
        var entry = shared.Deployment.Entry("CustomCertificate");
        var inputs = Wire.Of(Wire.Own(OwnCertificate.Issue())).With(name, Wire.Quoted(Own.Key));
        var check = await entry.CheckAsync(inputs);
        Assert.Contains(
            check.Failures,
            failure => failure.Property.Length == 0 && failure.Reason.Contains(reason, StringComparison.Ordinal));
        Assert.DoesNotContain(check.Failures, failure => failure.Property == name);
    }

    /// <summary>
    /// Keys in forms that cannot be told from other data: the engine would print the whole value of a property that a failure names.
    /// </summary>
    [Theory]
    [InlineData("truncated base64")]
    [InlineData("base64url")]
    [InlineData("assignment")]
    [InlineData("json")]
    [InlineData("lower case")]
    [InlineData("literal line ends")]
    public async Task A_key_in_another_form_is_shown_in_no_failure(string form)
    {
        var value = Wire.Quoted(form switch
        {
            "truncated base64" => Body[..^3],
            "base64url" => Body.Replace('+', '-').Replace('/', '_'),
            "assignment" => $"KEY={Body}",
            "json" => $$"""{"k": "{{Body}}"}""",
            "lower case" => $"-----begin private key-----\\n{Body}",
            _ => $"{Body[..64]}\\n{Body[64..]}*",
        });
        foreach (var name in (string[])["certificate", "chain", "displayName"])
        {
            var inputs = Wire.Of(Wire.Own(OwnCertificate.Issue())).With(name, value);
            var check = await shared.Deployment.Entry("CustomCertificate").CheckAsync(inputs);
            Assert.NotEmpty(check.Failures);
            Assert.DoesNotContain(check.Failures, failure => failure.Property.StartsWith(name, StringComparison.Ordinal));
            Assert.DoesNotContain(check.Failures, static failure => failure.Reason.Contains(Body[20..40], StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("[\"{0}\"]")]
    [InlineData("{{ \"pem\": [\"{0}\"] }}")]
    public async Task No_failure_names_a_property_that_holds_a_long_text_within(string json)
    {
        var value = string.Format(System.Globalization.CultureInfo.InvariantCulture, json, new string('x', 101));
        var inputs = Wire.Of(Wire.Own(OwnCertificate.Issue())).With("certificate", value);
        var check = await shared.Deployment.Entry("CustomCertificate").CheckAsync(inputs);
        Assert.Empty(Assert.Single(check.Failures).Property);
    }

    /// <summary>A certificate is no secret, so a key beside it would be in the state in the clear.</summary>
    [Theory]
    [InlineData("lower case")]
    [InlineData("lines without a header")]
    [InlineData("one line")]
    [InlineData("without the line that begins it")]
    public async Task A_key_beside_a_good_certificate_is_refused_in_any_form(string form)
    {
        var beside = form switch
        {
            "lower case" => Own.Key.Replace("BEGIN PRIVATE KEY", "begin private key", StringComparison.Ordinal)
                .Replace("END PRIVATE KEY", "end private key", StringComparison.Ordinal),
            "lines without a header" => string.Join('\n', Own.Key.Split('\n')[1..^1]),
            "one line" => Body,
            _ => Own.Key[(Own.Key.IndexOf('\n', StringComparison.Ordinal) + 1)..],
        };
        foreach ((var name, var good) in ((string, string)[])[("certificate", Own.Certificate), ("chain", Own.Chain)])
        {
            var inputs = Wire.Of(Wire.Own(Own)).With(name, Wire.Quoted($"{good}\n{beside}\n"));
            var check = await shared.Deployment.Entry("CustomCertificate").CheckAsync(inputs);
            Assert.Contains(check.Failures, static failure => failure.Reason.Contains("private key", StringComparison.Ordinal));
        }
    }

    /// <summary>The real engine prints a failing value as it is, marked as a secret or not.</summary>
    [Fact]
    public async Task Nor_is_the_property_told_of_a_failure_at_what_is_marked_as_a_secret()
    {
        var entry = shared.Deployment.Entry("CustomCertificate");
        var check = await entry.CheckAsync(Wire.Of(Wire.Own(OwnCertificate.Issue())).With("key", Wire.Secret(Wire.Quoted(Own.Key))));
        var failure = Assert.Single(check.Failures);
        Assert.Equal(
            ("", "key: does not belong to the certificate; give the key that the certificate was issued for"),
            (failure.Property, failure.Reason));
    }
}
