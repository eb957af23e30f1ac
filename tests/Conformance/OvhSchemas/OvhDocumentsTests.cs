using System.Text.Json;
using OpenApi;

namespace Conformance.OvhSchemas;

/// <summary>What OVH's documents are made of is what the validator knows: a keyword it passes over would be checked by nobody.</summary>
public sealed class OvhDocumentsTests
{
    private static readonly string[] Known =
    [
        "$ref", "additionalProperties", "allOf", "description", "enum", "example", "format", "items", "nullable", "properties", "readOnly", "required", "type",
    ];

    [Theory]
    [InlineData("ip.openapi.json")]
    [InlineData("iploadbalancing.openapi.json")]
    public void No_schema_has_a_keyword_that_is_passed_over(string name)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Facts.Find($"ovh/{name}")));
        var root = document.RootElement;
        var found = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var schema in root.GetProperty("components").GetProperty("schemas").EnumerateObject())
        {
            Collect(schema.Value, found);
        }

        foreach (var path in root.GetProperty("paths").EnumerateObject())
        {
            CollectInline(path.Value, found);
        }

        Assert.NotEmpty(found);
        Assert.Empty(found.Except(Known));
    }

    [Fact]
    public void They_declare_operations()
    {
        Assert.SkipUnless(OvhDocuments.AreThere, OvhDocuments.Absent);
        Assert.All(OvhDocuments.Load(), static document => Assert.NotEmpty(document.Operations));
    }

    private static void CollectInline(JsonElement element, SortedSet<string> found)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray())
            {
                CollectInline(item, found);
            }
        }
        else if (element.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in element.EnumerateObject())
            {
                (property.Name == "schema" ? (Action<JsonElement, SortedSet<string>>)Collect : CollectInline)(property.Value, found);
            }
        }
    }

    private static void Collect(JsonElement schema, SortedSet<string> found)
    {
        foreach (var keyword in schema.EnumerateObject())
        {
            found.Add(keyword.Name);
            var inner = keyword.Name switch
            {
                "properties" => keyword.Value.EnumerateObject().Select(static property => property.Value),
                "allOf" => keyword.Value.EnumerateArray(),
                "items" or "additionalProperties" => [keyword.Value],
                _ => [],
            };
            foreach (var one in inner)
            {
                Collect(one, found);
            }
        }
    }
}
