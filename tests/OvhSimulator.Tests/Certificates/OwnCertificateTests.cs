using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using System.Text.Json.Serialization;
using OvhSimulator.Http;
using OvhSimulator.Worlds;

namespace OvhSimulator.Tests.Certificates;

public sealed class OwnCertificateTests
{
    private const string Service = $"/ipLoadbalancing/{DefaultWorld.LoadBalancer}";

    private static readonly JsonSerializerOptions WithoutNulls = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    [Fact]
    public async Task An_uploaded_certificate_is_described_and_never_given_back()
    {
        await using var api = await ApiClient.StartAsync();
        var pem = Pem.Rsa();
        var ssl = (await UploadAsync(api, pem.Certificate, pem.Pkcs8, chain: Pem.Ecdsa().Certificate, displayName: "own")).Expect(200);
        using var parsed = X509Certificate2.CreateFromPem(pem.Certificate);
        Assert.Equal(("custom", "own"), (ssl["type"].GetString(), ssl["displayName"].GetString()));
        Assert.Equal("/C=FR/O=Example/CN=www.example.com", ssl["subject"].GetString());
        Assert.Equal(["www.example.com", "example.com"], ssl["san"].EnumerateArray().Select(e => e.GetString()));
        Assert.Equal("2027-01-01T00:00:00+00:00", ssl["expireDate"].GetString());
        Assert.Equal(parsed.SerialNumber, ssl["serial"].GetString());
        Assert.Equal(
            parsed.GetCertHashString(HashAlgorithmName.SHA1),
            ssl["fingerprint"].GetString()!.Replace(":", "", StringComparison.Ordinal));
        Assert.Matches("^([0-9A-F]{2}:){19}[0-9A-F]{2}$", ssl["fingerprint"].GetString());

        var read = (await api.GetAsync($"{Service}/ssl/{ssl["id"]}")).Expect(200);
        Assert.Equal(ssl.Text, read.Text);
        Assert.Equal([ssl["id"].GetInt64()], (await api.GetAsync($"{Service}/ssl?type=custom")).Numbers);
        Assert.DoesNotContain("-----", ssl.Text, StringComparison.Ordinal);
        Assert.Equal("""[{"zone":"gra","number":1},{"zone":"rbx","number":1}]""", (await api.GetAsync($"{Service}/pendingChanges")).Text);
    }

    [Fact]
    public async Task Every_usual_form_of_key_is_read()
    {
        await using var api = await ApiClient.StartAsync();
        var rsa = Pem.Rsa();
        var ecdsa = Pem.Ecdsa();
        (await UploadAsync(api, rsa.Certificate, ((RSA)rsa.Key).ExportRSAPrivateKeyPem())).Expect(200);
        (await UploadAsync(api, ecdsa.Certificate, ((ECDsa)ecdsa.Key).ExportECPrivateKeyPem())).Expect(200);
        ecdsa = Pem.Ecdsa();
        (await UploadAsync(api, ecdsa.Certificate + "\n\n", ecdsa.Pkcs8 + "\n")).Expect(200);
        const string Parameters = "-----BEGIN EC PARAMETERS-----\nBggqhkjOPQMBBw==\n-----END EC PARAMETERS-----\n";
        ecdsa = Pem.Ecdsa();
        (await UploadAsync(api, ecdsa.Certificate, Parameters + ((ECDsa)ecdsa.Key).ExportECPrivateKeyPem())).Expect(200);
        Assert.Equal(4, (await api.GetAsync($"{Service}/ssl")).Numbers.Count());
    }

    [Fact]
    public async Task What_cannot_be_used_is_refused_and_named()
    {
        await using var api = await ApiClient.StartAsync();
        var pem = Pem.Rsa();
        var other = Pem.Ecdsa();
        var encrypted = pem.Key
            .ExportEncryptedPkcs8PrivateKeyPem("secret", new PbeParameters(PbeEncryptionAlgorithm.Aes128Cbc, HashAlgorithmName.SHA256, 1));
        const string Legacy = "-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\n\nAAAA\n-----END RSA PRIVATE KEY-----";
        const string Garbage = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----";
        (string Certificate, string Key, string? Chain, string Named)[] cases =
        [
            ("nonsense", pem.Pkcs8, null, "[certificate]"),
            (Garbage, pem.Pkcs8, null, "[certificate]"),
            (pem.Pkcs8, pem.Pkcs8, null, "[certificate]"),
            (pem.Certificate, "nonsense", null, "[key]"),
            (pem.Certificate, pem.Certificate, null, "[key]"),
            (pem.Certificate, other.Pkcs8, null, "does not belong"),
            (pem.Certificate, Pem.Rsa().Pkcs8, null, "does not belong"),
            (other.Certificate, Pem.Ecdsa().Pkcs8, null, "does not belong"),
            (pem.Certificate, encrypted, null, "passphrase"),
            (pem.Certificate, Legacy, null, "passphrase"),
            (pem.Certificate, pem.Pkcs8, "nonsense", "[chain]"),
            (pem.Certificate, pem.Pkcs8, pem.Certificate + "\n" + Garbage, "[chain]"),
        ];
        foreach (var (certificate, key, chain, named) in cases)
        {
            var reply = (await UploadAsync(api, certificate, key, chain)).Expect(400);
            Assert.Equal("Client::BadRequest", reply["class"].GetString());
            Assert.Contains(named, reply["message"].GetString(), StringComparison.Ordinal);
        }
        Assert.Contains(
            "[key]",
            (await api.PostAsync($"{Service}/ssl", """{"certificate":"x"}""")).Expect(400).Text,
            StringComparison.Ordinal);
        Assert.Empty((await api.GetAsync($"{Service}/ssl")).Numbers);
    }

    [Fact]
    public async Task The_same_certificate_again_conflicts_or_by_knob_is_bad()
    {
        await using var api = await ApiClient.StartAsync();
        var pem = Pem.Ecdsa();
        (await UploadAsync(api, pem.Certificate, pem.Pkcs8)).Expect(200);
        Assert.Equal("Client::Conflict", (await UploadAsync(api, pem.Certificate, pem.Pkcs8)).Expect(409)["class"].GetString());
        api.Simulator.Controls.Knobs.DuplicateCertificate = Refusal.BadRequest;
        (await UploadAsync(api, pem.Certificate, pem.Pkcs8)).Expect(400);
        Assert.Single((await api.GetAsync($"{Service}/ssl")).Numbers);
    }

    [Fact]
    public async Task An_upload_is_no_pending_change_by_knob()
    {
        await using var api = await ApiClient.StartAsync();
        api.Simulator.Controls.Knobs.UploadRaisesPendingChanges = false;
        var pem = Pem.Ecdsa();
        (await UploadAsync(api, pem.Certificate, pem.Pkcs8)).Expect(200);
        Assert.Equal("[]", (await api.GetAsync($"{Service}/pendingChanges")).Text);
    }

    [Fact]
    public async Task An_own_certificate_can_be_renamed_and_deleted_and_is_never_renewed()
    {
        await using var api = await ApiClient.StartAsync();
        var pem = Pem.Ecdsa();
        var ssl = (await UploadAsync(api, pem.Certificate, pem.Pkcs8)).Expect(200);
        var path = $"{Service}/ssl/{ssl["id"]}";
        (await api.PutAsync(path, """{"displayName":"web"}""")).Expect(200);
        api.Simulator.Controls.Advance(TimeSpan.FromDays(400));
        var read = (await api.GetAsync(path)).Expect(200);
        Assert.Equal(("web", ssl["fingerprint"].GetString()), (read["displayName"].GetString(), read["fingerprint"].GetString()));
        // Only what was ordered falls under this knob.
        api.Simulator.Controls.Knobs.RefuseDeleteOfBuiltCertificate = true;
        (await api.DeleteAsync(path)).Expect(200);
        (await api.GetAsync(path)).Expect(404);
    }

    [Theory]
    [InlineData(
        "E=ada@example.com, CN=www.example.com, OU=Web, L=Lyon, S=Rhône, DC=example",
        "/DC=example/ST=Rhône/L=Lyon/OU=Web/CN=www.example.com/emailAddress=ada@example.com")]
    [InlineData("OID.1.2.3.4=x", "/1.2.3.4=x")]
    public async Task A_subject_is_written_with_slashes_in_its_own_order(string subject, string expected)
    {
        await using var api = await ApiClient.StartAsync();
        var pem = Pem.Ecdsa(subject);
        Assert.Equal(expected, (await UploadAsync(api, pem.Certificate, pem.Pkcs8)).Expect(200)["subject"].GetString());
    }

    [Fact]
    public async Task A_private_key_is_kept_nowhere()
    {
        var directory = Directory.CreateTempSubdirectory("ovh-simulator-").FullName;
        try
        {
            var file = Path.Combine(directory, "world.json");
            await using var api = await ApiClient.StartAsync(options => options.StateFile = file);
            var pem = Pem.Rsa();
            (await UploadAsync(api, pem.Certificate, pem.Pkcs8)).Expect(200);
            (await UploadAsync(api, pem.Certificate, pem.Pkcs8)).Expect(409);
            var line = pem.Pkcs8.Split('\n')[3];
            var state = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
            Assert.Contains("/C=FR/O=Example/CN=www.example.com", state, StringComparison.Ordinal);
            foreach (var text in (string[])
            [
                state,
                api.Simulator.Controls.Dump(),
                (await api.ControlAsync(HttpMethod.Get, "/world")).Text,
                (await api.ControlAsync(HttpMethod.Get, "/calls")).Text,
            ])
            {
                Assert.DoesNotContain("PRIVATE", text, StringComparison.Ordinal);
                Assert.DoesNotContain(line, text.Replace("\\u002B", "+", StringComparison.Ordinal), StringComparison.Ordinal);
            }
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    private static Task<Reply> UploadAsync(ApiClient api, string certificate, string key, string? chain = null, string? displayName = null)
        =>
        api.PostAsync($"{Service}/ssl", JsonSerializer.Serialize(new { certificate, key, chain, displayName }, WithoutNulls));
}
