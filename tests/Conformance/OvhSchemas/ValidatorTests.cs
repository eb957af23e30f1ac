using System.Text.Json;
using OpenApi;

namespace Conformance.OvhSchemas;

/// <summary>A validator that never complains is worth nothing: each kind of violation is found, and only there.</summary>
public sealed class ValidatorTests
{
    private const string Task = """
        {
          "type": "object",
          "properties": {
            "id": { "type": "integer", "readOnly": true },
            "comment": { "type": "string", "nullable": true },
            "campus": { "type": "boolean", "description": "Where it is used (alpha)" },
            "status": { "allOf": [ { "$ref": "#/components/schemas/Status" } ], "readOnly": true }
          }
        }
        """;

    [Theory]
    [InlineData("""{ "type": "string" }""", "1", "it is 1, not of type string")]
    [InlineData("""{ "type": "string" }""", "null", "it is null")]
    [InlineData("""{ "type": "string", "nullable": true }""", "null", null)]
    [InlineData("""{ "type": "string", "enum": ["a", "b"] }""", "\"b\"", null)]
    [InlineData("""{ "type": "string", "enum": ["a", "b"] }""", "\"B\"", "it is \"B\", which the enumeration does not have")]
    [InlineData("""{ "type": "integer", "enum": [4, 6] }""", "\"4\"", "it is \"4\", not of type integer")]
    [InlineData("""{ "type": "integer", "enum": [4, 6] }""", "5", "it is 5, which the enumeration does not have")]
    [InlineData("""{ "type": "integer" }""", "1.5", "it is 1.5, not of type integer")]
    [InlineData("""{ "type": "number" }""", "1.5", null)]
    [InlineData("""{ "type": "boolean" }""", "\"true\"", "it is \"true\", not of type boolean")]
    [InlineData("""{ "type": "array", "items": { "type": "integer" } }""", """[1, "2", null]""", "it[1] is \"2\", not of type "
        + "integer|it[2] is null")]
    [InlineData("""{ "type": "array", "items": { "type": "integer" } }""", "{}", "it is {}, not of type array")]
    [InlineData("""{ "type": "object", "additionalProperties": { "type": "string" } }""", """{ "a": "b", "c": 1 }""", "it.c is 1, not of "
        + "type string")]
    [InlineData("""{ "$ref": "#/components/schemas/Status" }""", "\"sulking\"", "it is \"sulking\", which the enumeration does not have")]
    [InlineData("""{ "$ref": "#/components/schemas/Status" }""", "null", "it is null")]
    [InlineData("""{ "allOf": [ { "$ref": "#/components/schemas/Status" } ], "nullable": true }""", "null", null)]
    [InlineData("""{ "allOf": [ { "$ref": "#/components/schemas/Status" } ] }""", "null", "it is null")]
    [InlineData("""{ "description": "any" }""", "null", null)]
    [InlineData("""{ "description": "any" }""", "[{}]", null)]
    public void Types_enumerations_and_nulls_are_checked(string schema, string value, string? violations) =>
        Assert.Equal(violations ?? "", Check(schema, value, Direction.Answer));

    [Theory]
    [InlineData("""{ "id": 1, "comment": null, "campus": true, "status": "done" }""", "")]
    [InlineData("""{ "id": 1, "status": "done" }""", "")]
    [InlineData("""{ "id": 1, "comment": "c" }""", "it.status is missing")]
    [InlineData("""{ "id": 1, "status": "done", "campus": null }""", "it.campus is null")]
    [InlineData("""{ "id": 1, "status": "done", "destination": null }""", "it.destination is not declared")]
    [InlineData("""{ "id": 1, "status": "done", "Comment": "c" }""", "it.Comment is not declared")]
    public void An_answer_has_all_that_can_not_be_null_and_nothing_else(string value, string violations) =>
        Assert.Equal(violations, Check(Task, value, Direction.Answer));

    [Theory]
    [InlineData("""{}""", "")]
    [InlineData("""{ "comment": null }""", "")]
    [InlineData("""{ "id": 1 }""", "it.id is read-only")]
    [InlineData("""{ "coment": "c" }""", "it.coment is not declared")]
    public void A_request_has_nothing_read_only_or_undeclared(string value, string violations) =>
        Assert.Equal(violations, Check(Task, value, Direction.Request));

    [Theory]
    [InlineData(Direction.Request)]
    [InlineData(Direction.Answer)]
    public void What_is_required_is_there_either_way(Direction direction) => Assert.Equal(
        "it.to is missing", Check("""{ "type": "object", "properties": { "to": { "type": "string", "nullable": true } }, "required": ["to"] }""", "{}", direction));

    [Fact]
    public void A_keyword_that_is_not_understood_is_no_pass() => Assert.Throws<NotSupportedException>(
        static () => Check("""{ "type": "tuple" }""", "[]", Direction.Answer));

    private static string Check(string schema, string value, Direction direction)
    {
        var document = Document.Parse("""
            { "components": { "schemas": { "Status": { "type": "string", "enum": ["doing", "done"] } } }, "paths": {} }
            """);
        var validator = new Validator(document, direction);
        validator.Check(JsonElement.Parse(value), JsonElement.Parse(schema), "it");
        return string.Join('|', validator.Violations);
    }
}
