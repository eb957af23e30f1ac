using System.Runtime.Loader;
using OvhIplb.Provider.Certificates.Shared;
using OvhIplb.Provider.Certificates.Shared.Idna;

namespace OvhIplb.Provider.Tests.FreeCertificates;

/// <summary>
/// The table is read for the names that need it. Each test has the plugin's assembly for itself, as another test may have read it.
/// </summary>
public sealed class IdnaTableTests
{
    [Theory]
    [InlineData("www.example.com", false)]
    [InlineData("WWW.Example.COM.", false)]
    [InlineData("ab--cd.example.com", false)]
    [InlineData("*.example.com", false)]
    [InlineData("bücher.example", true)]
    [InlineData("xn--bcher-kva.example", true)]
    [InlineData("www.XN--BCHER-KVA.example", true)]
    public void Is_read_only_for_international_names(string name, bool isRead)
    {
        var context = new AssemblyLoadContext(name: null, isCollectible: true);
        var assembly = context.LoadFromAssemblyPath(typeof(DomainName).Assembly.Location);
        var domainName = assembly.GetType(typeof(DomainName).FullName!, throwOnError: true)!;
        domainName.GetMethod(nameof(DomainName.Check))!.Invoke(null, [name]);
        domainName.GetMethod(nameof(DomainName.Normalize))!.Invoke(null, [name]);
        var table = assembly.GetType(typeof(IdnaTable).FullName!, throwOnError: true)!;
        Assert.Equal(isRead, table.GetProperty(nameof(IdnaTable.IsLoaded))!.GetValue(null));
        context.Unload();
    }
}
