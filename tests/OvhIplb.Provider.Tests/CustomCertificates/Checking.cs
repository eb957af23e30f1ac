using Microsoft.Extensions.Time.Testing;
using OvhIplb.Provider.Certificates.Custom;
using OvhIplb.Provider.Framework.Resources;
using OvhIplb.Provider.Framework.Schema;
using OvhIplb.Provider.Ownership;
using OvhIplb.Provider.Process;
using OvhIplb.Provider.Tests.LoadBalancers;

namespace OvhIplb.Provider.Tests.CustomCertificates;

/// <summary>
/// All that is checked of a certificate before anything is asked of the API: what is declared, and then the resource's own checks.
/// </summary>
internal sealed class Checking
{
    private readonly OwnedResource _resource = Owned(new Claims());

    /// <summary>Inputs that pass.</summary>
    public static PropertyBag Good => Of(OwnCertificate.Sample);

    public RecordingLog Log { get; } = new();

    public static PropertyBag Of(OwnCertificate own) => PropertyBag.Empty
        .With(CustomCertificateSchema.ServiceName, FakeApi.Service)
        .With(CustomCertificateSchema.Certificate, own.Certificate)
        .With(CustomCertificateSchema.Key, own.Key)
        .With(CustomCertificateSchema.Chain, own.Chain);

    /// <summary>What is refused, as property and reason. Whatever the inputs, nothing of a key is among it.</summary>
    public IReadOnlyList<string> Failures(PropertyBag inputs, PropertyBag? before = null)
    {
        var failures = new CheckFailures();
        var old = before ?? PropertyBag.Empty;
        var wellFormed = DeclaredCheck.Run(inputs, CustomCertificateSchema.Declaration.Inputs, failures, old);
        _resource.Check(new() { Urn = "urn", Name = "one", Log = Log, Inputs = wellFormed, OldInputs = old, Failures = failures });
        string[] told = [.. failures.All.Select(static failure => $"{failure.Path} {failure.Reason}")];
        Assert.All(
            [.. told, .. Log.Warnings, .. Log.Infos, .. Log.Statuses],
            said => Assert.All(LinesOf(inputs), line => Assert.DoesNotContain(line, said, StringComparison.Ordinal)));
        return told;
    }

    /// <summary>What is between the lines that begin and end blocks, of every text there is.</summary>
    private static IEnumerable<string> LinesOf(PropertyBag inputs) =>
        from property in (Property<string>[])[CustomCertificateSchema.Certificate, CustomCertificateSchema.Key, CustomCertificateSchema
            .Chain]
        where inputs.Has(property) && !inputs.IsUnknown(property)
        from line in inputs.GetRequired(property).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        where !line.StartsWith("-----", StringComparison.Ordinal) && line.Length > 3
        select line;

    private static OwnedResource Owned(Claims claims) => new(
        new CustomCertificateResource(new SessionHolder(), claims, new FakeTimeProvider(TimeProvider.System.GetUtcNow())), claims);
}
