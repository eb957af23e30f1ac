namespace Engine.Tests.Fakes;

/// <summary>
/// The schema of <see cref="FakeProvider"/>'s package: <c>Thing</c>, a component, and <c>echo</c>, which answers its arguments.
/// </summary>
internal static class FakeSchema
{
    public const string Text = """
        {
          "name": "fake",
          "version": "1.2.3",
          "provider": { "inputProperties": { "region": { "type": "string" } } },
          "types": {
            "fake:index:Part": { "type": "object", "properties": { "label": { "type": "string" }, "size": { "type": "integer" } } }
          },
          "resources": {
            "fake:index:Thing": {
              "properties": {
                "name": { "type": "string" },
                "note": { "type": "string" },
                "any": { "$ref": "pulumi.json#/Any" },
                "tags": { "type": "object", "additionalProperties": { "type": "string" } },
                "list": { "type": "array", "items": { "type": "string" } },
                "parts": { "type": "array", "items": { "$ref": "#/types/fake:index:Part" } },
                "serial": { "type": "integer" }
              }
            },
            "fake:net/cable:Cable": { "properties": { "name": { "type": "string" } } },
            "fake:index:Group": { "isComponent": true }
          },
          "functions": {
            "fake:index:echo": {
              "outputs": {
                "type": "object",
                "properties": {
                  "text": { "type": "string" },
                  "note": { "type": "string" },
                  "list": { "type": "array", "items": { "type": "string" } }
                }
              }
            }
          }
        }
        """;
}
