using System.Text;
using OpenApi;
using OvhSimulator.Control;

namespace Conformance.OvhSchemas;

/// <summary>Whole calls, against a document of two operations on a service and one beside it.</summary>
public sealed class CallTests
{
    private static readonly Calls Declared = new([Document.Parse("""
        {
          "components": { "schemas": { "ipBlock": { "type": "string", "format": "ip-block" } } },
          "paths": {
            "/ip/{ip}": {
              "get": {
                "parameters": [
                  { "in": "path", "name": "ip", "required": true, "schema": { "type": "string" } },
                  { "in": "query", "name": "version", "schema": { "type": "integer", "enum": [4, 6] } },
                  { "in": "query", "name": "routedTo.serviceName", "schema": { "type": "string" } }
                ],
                "responses": { "200": { "content": { "application/json": { "schema": { "type": "string" } } } } }
              },
              "put": {
                "parameters": [ { "in": "path", "name": "ip", "required": true, "schema": { "type": "string" } } ],
                "requestBody": { "content": { "application/json": { "schema": {
                  "type": "object", "properties": { "to": { "type": "string" } }, "required": ["to"]
                } } } },
                "responses": { "200": { "description": "void" } }
              }
            },
            "/ip/{ip}/task/{taskId}": {
              "get": {
                "parameters": [
                  { "in": "path", "name": "taskId", "required": true, "schema": { "type": "integer" } },
                  { "in": "path", "name": "ip", "required": true, "schema": { "$ref": "#/components/schemas/ipBlock" } }
                ],
                "responses": { "200": { "description": "void" } }
              }
            },
            "/ip/campus": {
              "get": {
                "parameters": [ { "in": "query", "name": "from", "required": true, "schema": { "type": "string" } } ],
                "responses": { "200": { "content": { "application/json": { "schema": { "type": "integer" } } } } }
              }
            }
          }
        }
        """)]);

    [Theory]
    [InlineData("GET", "/ip/192.0.2.10%2F32", "", "", "\"a\"", "")]
    [InlineData("GET", "/ip/192.0.2.10%2F32", "", "", "1", "the answer is 1, not of type string")]
    [InlineData("GET", "/ip/192.0.2.10%2F32", "", "", "<html>", "the answer is not JSON")]
    [InlineData("GET", "/ip/192.0.2.10%2F32", "", "{}", "\"a\"", "the request has a body, and none is declared")]
    [InlineData("GET", "/ip/x", "version=4&routedTo.serviceName=ns3001%2F", "", "\"a\"", "")]
    [InlineData("GET", "/ip/x", "version=5", "", "\"a\"", "the query parameter version is 5, which the enumeration does not have")]
    [InlineData("GET", "/ip/x", "version=v4", "", "\"a\"", "the query parameter version is \"v4\", not of type integer")]
    [InlineData("GET", "/ip/x", "routedTo=y", "", "\"a\"", "the query parameter routedTo is not declared")]
    [InlineData("PUT", "/ip/x", "", """{"to":"y"}""", "null", "")]
    [InlineData("PUT", "/ip/x", "", """{"to":"y"}""", "", "")]
    [InlineData("PUT", "/ip/x", "", """{"to":"y"}""", "{}", "the answer has a body, and none is declared")]
    [InlineData("PUT", "/ip/x", "", """{"to":"y","by":"z"}""", "null", "the request.by is not declared")]
    [InlineData("PUT", "/ip/x", "", "", "null", "the request.to is missing")]
    [InlineData("PUT", "/ip/x", "", "to=y", "null", "the request is not JSON")]
    [InlineData("GET", "/ip/192.0.2.10%2F32/task/1", "", "", "null", "")]
    [InlineData("GET", "/ip/192.0.2.10/task/1", "", "", "null", "")]
    [InlineData("GET", "/ip/192.0.2.10%252F32/task/1", "", "", "null", "the path parameter ip is \"192.0.2.10%2F32\", not of format "
        + "ip-block")]
    [InlineData("GET", "/ip/192.0.2.10%2F32/task/x", "", "", "null", "the path parameter taskId is \"x\", not of type integer")]
    [InlineData("GET", "/ip/campus", "from=a", "", "1", "")]
    [InlineData("GET", "/ip/campus", "", "", "1", "the query parameter from is missing")]
    [InlineData("DELETE", "/ip/x", "", "", "null", "is not an operation of the API")]
    [InlineData("GET", "/ip/192.0.2.10/32", "", "", "null", "is not an operation of the API")]
    [InlineData("GET", "/me", "", "", "{}", "")]
    public void A_call_is_judged_whole(string method, string path, string query, string body, string answer, string violation) => Assert.Equal(
        violation.Length == 0 ? [] : [$"{method} {path}: {violation}"], Declared.Violations(Call(method, path, query, body, 200, answer)));

    [Theory]
    [InlineData(201)]
    [InlineData(204)]
    public void Nothing_succeeds_but_with_200(int status)
    {
        Assert.Equal(
            [$"PUT /ip/x: it is answered {status}, and 200 is declared"], Declared.Violations(Call("PUT", "/ip/x", "", "{\"to\":\"y\"}", status, "")));
        Assert.Empty(Declared.Violations(Call("POST", "/me", "", "", status, "")));
    }

    [Theory]
    [InlineData(302)]
    [InlineData(400)]
    public void A_refused_call_is_not(int status) => Assert.Empty(Declared.Violations(Call("PUT", "/ip/x", "a=b", "{}", status, "{}")));

    private static AnsweredCall Call(string method, string path, string query, string body, int status, string answer) =>
        new(method, path, query, Encoding.UTF8.GetBytes(body), status, Encoding.UTF8.GetBytes(answer));
}
