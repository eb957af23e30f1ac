using System.Xml.Linq;

namespace OvhIplb.Components.Tests.Conventions;

/// <summary>An editor shows something for everything that is public.</summary>
public sealed class DocumentationTests
{
    private static readonly Dictionary<string, XElement> Written = XDocument
        .Load(Path.ChangeExtension(Sdk.Assembly.Location, ".xml"))
        .Descendants("member")
        .ToDictionary(member => member.Attribute("name")!.Value);

    public static TheoryData<string> Types => [.. Sdk.Assembly.GetExportedTypes().Select(type => type.FullName!)];

    [Theory]
    [MemberData(nameof(Types))]
    public void Every_public_type_and_member_is_documented(string type)
    {
        string[] without =
        [
            .. Pulumi.Tests.Surface.PublicApiOfAssembly.Render(Sdk.Assembly).Types[type].Members
                .Select(member => member.Name == type[(type.LastIndexOf('.') + 1)..] ? "#ctor" : member.Name)
                .Select(name => name switch { "==" => "op_Equality", "!=" => "op_Inequality", _ => name })
                .Distinct()
                .Where(name => !Documented(id => IsMember(id, $"{type}.{name}")))
                .Append(Documented(id => id == $"T:{type}") ? "" : "the type itself")
                .Where(name => name.Length > 0),
        ];
        Assert.True(without.Length == 0, $"{type}: write a <summary> for {string.Join(", ", without)}.");
    }

    /// <summary>Whether a documentation id is that of the member or of an overload of it.</summary>
    private static bool IsMember(string id, string member)
        => id.Length > 2 && id.AsSpan(2).StartsWith(member, StringComparison.Ordinal)
            && (id.Length == 2 + member.Length || id[2 + member.Length] is '(' or '~');

    private static bool Documented(Func<string, bool> isIt)
    {
        var found = Written.Where(one => isIt(one.Key)).Select(one => one.Value).ToArray();
        return found.Length > 0
            && found.All(one => one.Element("inheritdoc") != null || !string.IsNullOrWhiteSpace(one.Element("summary")?.Value));
    }
}
