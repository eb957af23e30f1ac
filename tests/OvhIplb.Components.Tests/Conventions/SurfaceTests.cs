using System.Text.RegularExpressions;
using Pulumi.Tests.Surface;

namespace OvhIplb.Components.Tests.Conventions;

/// <summary>
/// The SDK is written by hand and has, its components apart, the public surface that <c>pulumi package gen-sdk</c> makes of its schema: a
/// program does not see the difference.
/// </summary>
public sealed partial class SurfaceTests
{
    private static readonly PublicApi Generated = GeneratedSurface.Of(PackageSchema.Own);

    /// <summary>What the SDK has besides: the component and what it takes. `PublicAPI` files beside the project hold those.</summary>
    private static readonly HashSet<string> Components = [typeof(HttpsEndpoint).FullName!, typeof(HttpsEndpointArgs)
        .FullName!, typeof(FailoverIpList).FullName!];

    private static readonly PublicApi Written = PublicApiOfAssembly.Render(typeof(Provider).Assembly);

    public static TheoryData<string> GeneratedTypes => [.. Generated.Types.Keys];

    [Theory]
    [MemberData(nameof(GeneratedTypes))]
    public void Every_type_of_the_schema_has_its_class(string type)
        => Assert.True(
            Written.Types.ContainsKey(type),
            $"The schema has it and the SDK does not. Add the class:\n{Generated.Types[type].Header}\n{Text(Generated.Types[type])}");

    [Theory]
    [MemberData(nameof(GeneratedTypes))]
    public void Every_class_is_declared_as_generated(string type)
    {
        var expected = Generated.Types[type].Header;
        var actual = Visible(Type(type).Header);
        Assert.True(expected == actual, $"Declare it as\n  {expected}\nand not as\n  {actual}");
    }

    [Theory]
    [MemberData(nameof(GeneratedTypes))]
    public void Every_generated_member_is_there_with_its_types_and_attributes(string type)
    {
        var written = Type(type).Members.Select(member => Visible(member.Text)).ToHashSet();
        var missing = Generated.Types[type].Members
            .Where(member => !written.Contains(member.Text))
            .Select(member => $"  {member.Text}{string.Concat(Type(type).Members.Where(one => one.Name == member.Name).Select(one => $"\n    there is: {Visible(one.Text)}"))}");
        None(missing, $"{type} lacks what the schema asks for. Declare:");
    }

    [Theory]
    [MemberData(nameof(GeneratedTypes))]
    public void No_class_has_a_public_member_that_the_schema_does_not_have(string type)
    {
        var generated = Generated.Types[type].Members.Select(member => member.Text).ToHashSet();
        var surplus = Type(type).Members.Select(member => Visible(member.Text)).Where(text => !generated.Contains(text));
        None(
            surplus.Select(text => $"  {text}"),
            $"{type} has what the schema does not ask for. Declare it in the provider, or remove it here:");
    }

    [Fact]
    public void There_is_no_public_type_that_the_schema_does_not_have()
        => None(
            Written.Types.Keys.Where(type => !Generated.Types.ContainsKey(type) && !Components.Contains(type)).Select(type => $"  {type}"),
            "Declare these in the provider and write the schema anew, or make them internal:");

    private static PublicApi.TypeSurface Type(string name)
    {
        Assert.SkipUnless(Written.Types.ContainsKey(name), "The class is missing, as another test says.");
        return Written.Types[name];
    }

    private static string Text(PublicApi.TypeSurface type) => string.Join('\n', type.Members.Select(member => $"  {member.Text}"));

    private static void None(IEnumerable<string> found, string fix)
    {
        string[] all = [.. found];
        Assert.True(all.Length == 0, $"{fix}\n{string.Join('\n', all)}");
    }

    /// <summary>Leaves out the attributes that the generated surface is written without: the package's own and the editor's.</summary>
    private static string Visible(string declaration) => Unseen().Replace(declaration, "");

    [GeneratedRegex(@"\[(OvhIplb\.Components\.OvhIplbResourceType|System\.ComponentModel\.EditorBrowsable)\([^)]*\)\] ")]
    private static partial Regex Unseen();
}
