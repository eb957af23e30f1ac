using OvhIplb.Provider.WireTests.Engine;
using OvhSimulator.Worlds;

namespace OvhIplb.Provider.WireTests.Certificates;

/// <summary>Names as people write them, in the plugin as it ships: what a machine knows of languages makes no difference.</summary>
public sealed class NamesTests
{
    [Theory]
    [InlineData("WWW.Example.COM.", "www.example.com")]
    [InlineData("bücher.example", "xn--bcher-kva.example")]
    [InlineData("BÜCHER.Example.", "xn--bcher-kva.example")]
    [InlineData("XN--BCHER-KVA.example", "xn--bcher-kva.example")]
    [InlineData("İstanbul.example", null)]
    [InlineData("ｗｗｗ．Ｅxample．com", "www.example.com")]
    [InlineData("oﬃce.ⓔⓧⓐⓜⓟⓛⓔ", "office.example")]
    [InlineData("STRAẞE.example", "xn--strae-oqa.example")]
    [InlineData("xn--www-596s.example", null)]
    [InlineData("xn--a.example", null)]
    [InlineData("אa.example", null)]
    [InlineData("例え。テスト", "xn--r8jz45g.xn--zckzah")]
    [InlineData("例え.テスト", "xn--r8jz45g.xn--zckzah")]
    [InlineData("bu\u0308cher.example", null)]
    public async Task Of_whatever_spelling_they_are_ordered_in_one(string name, string? ordered)
    {
        await using var deployment = await Deployment.StartAsync();
        var inputs = $$"""{ "serviceName": "{{DefaultWorld.LoadBalancer}}", "fqdns": [{{Wire.Quoted(name)}}] }""";
        var entry = deployment.Entry("FreeCertificate");
        if (ordered is null)
        {
            Assert.Equal("fqdns[0]", Assert.Single((await entry.CheckAsync(Wire.Of(inputs))).Failures).Property);
            return;
        }

        deployment.World.SetDns(ordered, ["203.0.113.10"]);
        await entry.CreateAsync(Wire.Of(inputs));
        Assert.Equal($"{DefaultWorld.LoadBalancer}/{ordered}", entry.Id);
        Assert.Equal([ordered], deployment.World.Read(static world => Assert.Single(world.LoadBalancers[0].Certificates).San));
        await entry.RequireSettledAsync(Wire.Of(inputs));
    }

    /// <summary>
    /// Earlier versions took names that the rules refuse today. Such a certificate is imported by its number, as its name is refused.
    /// </summary>
    [Fact]
    public async Task A_certificate_with_a_name_that_is_refused_today_locks_no_stack()
    {
        const string Name = "xn--1ug9558fspqgsja.example.com";
        await using var deployment = await Deployment.StartAsync();
        deployment.World.SetDns(Name, ["203.0.113.10"]);
        deployment.World.Change(static world => world.LoadBalancers[0].Certificates.Add(new OvhSimulator.Certificates.Certificate
        {
            Id = 5,
            IsOrdered = true,
            Fingerprint = "00:05",
            Serial = "5",
            Subject = $"/CN={Name}",
            San = [Name],
            ExpireDate = world.Now.AddDays(60),
        }));
        var entry = deployment.Entry("FreeCertificate");
        await entry.ImportAsync($"{DefaultWorld.LoadBalancer}/5");
        Assert.Equal($"{DefaultWorld.LoadBalancer}/{Name}", entry.Id);

        await deployment.NextCommandAsync();
        await entry.RequireSettledAsync(entry.Inputs);
        Assert.Empty((await entry.RefreshAsync())!.DetailedDiff);
        await deployment.NextCommandAsync();
        await entry.DeleteAsync();
        Assert.Empty(deployment.World.Read(static world => world.LoadBalancers[0].Certificates));
    }
}
