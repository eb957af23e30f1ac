using System.Collections.Immutable;
using Pulumi;
using Pulumi.Utilities;

namespace OvhIplb.Components.Tests.Mocks;

public sealed class FreeCertificateTests
{
    [Fact]
    public async Task Its_arguments_arrive_under_the_names_of_the_schema()
    {
        var account = new Account();
        await account.UpdateAsync(() =>
        {
            _ = new FreeCertificate("web", new()
            {
                ServiceName = "lb-1",
                Fqdns = { "www.example.com", Output.Create("example.com") },
                OnDelete = CertificateDeletion.Delete,
            });
        });
        var declared = account.Resources["web"];
        Assert.Equal("ovh-iplb:index:FreeCertificate", declared.Type);
        Assert.Equal("lb-1", declared.Inputs["serviceName"]);
        Assert.Equal<IEnumerable<object>>(["www.example.com", "example.com"], (ImmutableArray<object>)declared.Inputs["fqdns"]);
        Assert.Equal("delete", declared.Inputs["onDelete"]);
    }

    [Fact]
    public async Task Names_may_be_given_as_an_array()
    {
        string[] names = ["www.example.com", "example.com"];
        var account = new Account();
        await account.UpdateAsync(() =>
        {
            _ = new FreeCertificate("web", new() { ServiceName = "lb-1", Fqdns = names });
        });
        Assert.Equal<IEnumerable<object>>(names, (ImmutableArray<object>)account.Resources["web"].Inputs["fqdns"]);
    }

    [Fact]
    public async Task What_the_provider_answers_is_typed()
    {
        var account = new Account
        {
            State = new Dictionary<string, object>
            {
                ["certificateId"] = 42.0,
                ["expiresAt"] = "2027-01-01T00:00:00Z",
                ["type"] = "built_not_routed",
                ["phase"] = "unrouted",
            }.ToImmutableDictionary(),
        };
        await account.UpdateAsync(async () =>
        {
            var certificate = new FreeCertificate("web", new() { ServiceName = "lb-1", Fqdns = "www.example.com" });
            var number = await OutputUtilities.GetValueAsync(certificate.CertificateId);
            Assert.Equal(42, number);
            Assert.Equal(CertificateType.BuiltNotRouted, await OutputUtilities.GetValueAsync(certificate.Type));
            Assert.Equal<string>(["www.example.com"], await OutputUtilities.GetValueAsync(certificate.Fqdns));
            Assert.Null(await OutputUtilities.GetValueAsync(certificate.OnDelete));
            Assert.Equal("unrouted", await OutputUtilities.GetValueAsync(certificate.Phase));
        });
    }

    [Fact]
    public async Task Get_reads_what_is_there()
    {
        var account = new Account { State = ImmutableDictionary<string, object>.Empty.Add("certificateId", 7.0) };
        await account.UpdateAsync(async () =>
        {
            var certificate = FreeCertificate.Get("web", "lb-1/example.com");
            Assert.Equal(7, await OutputUtilities.GetValueAsync(certificate.CertificateId));
            Assert.True((await OutputUtilities.GetValueAsync(certificate.Fqdns)).IsDefaultOrEmpty);
        });
        Assert.Equal("lb-1/example.com", account.Resources["web"].Id);
    }
}
