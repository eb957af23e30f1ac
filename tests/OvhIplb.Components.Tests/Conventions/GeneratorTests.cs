using Pulumi.Tests.Surface;

namespace OvhIplb.Components.Tests.Conventions;

/// <summary>The rules that the SDK is held to are those of Pulumi's own generator.</summary>
public sealed class GeneratorTests
{
    [Fact]
    public void The_rules_make_of_a_schema_what_the_generator_makes()
    {
        var folder = Repository.Beside("pulumi/generated-sdk-sample");
        Assert.SkipUnless(Directory.Exists(folder), "The sample of the generator is not beside this repository.");
        var generated = PublicApiText.Parse(File.ReadLines(Path.Combine(folder, "public-api.txt")));
        var ruled = GeneratedSurface.Of(PackageSchema.Load(Path.Combine(folder, "schema.json")));
        Assert.Equal(Lines(generated), Lines(ruled));
    }

    private static string[] Lines(PublicApi api) =>
    [
        .. api.Types
            .SelectMany(
                type => type.Value.Members.Select(member => member.Text).Prepend(type.Value.Header).Select(text => $"{type.Key}: {text}"))
            .Order(StringComparer.Ordinal),
    ];
}
