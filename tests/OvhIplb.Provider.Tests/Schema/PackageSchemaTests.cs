using OvhIplb.Provider.Framework.Schema;
using OvhIplb.Provider.Tests.Rpc;

namespace OvhIplb.Provider.Tests.Schema;

public sealed class PackageSchemaTests
{
    [Fact]
    public void Everything_declared_is_in_the_schema_and_nothing_else() => Assert.Equal(Golden, Write());

    [Fact]
    public void The_text_is_the_same_every_time() => Assert.Equal(Write(), Write());

    private static string Write()
    {
        var package = new FakePackage();
        return PackageSchema.Write(package.Declaration, [package.Thing.Declaration], [package.GetThing.Declaration]);
    }

    private const string Golden = """
        {
          "name": "fake",
          "displayName": "Fake",
          "version": "1.2.3",
          "description": "A package for tests.",
          "keywords": [
            "kind/native"
          ],
          "homepage": "https://example.com",
          "license": "Apache-2.0",
          "repository": "https://example.com/fake",
          "logoUrl": "https://example.com/logo.png",
          "pluginDownloadURL": "github://api.github.com/example/pulumi-fake",
          "publisher": "Example",
          "language": {
            "csharp": {
              "rootNamespace": "Example",
              "namespaces": {
                "fake": "Things"
              },
              "packageReferences": {
                "Pulumi": "[3.112.1,4)"
              },
              "respectSchemaVersion": true
            }
          },
          "config": {
            "variables": {
              "endpoint": {
                "type": "string",
                "description": "Where the cloud is."
              },
              "token": {
                "type": "string",
                "description": "The secret to get in.",
                "secret": true
              },
              "resolvers": {
                "type": "array",
                "items": {
                  "type": "string"
                },
                "description": "Resolvers in order."
              },
              "strict": {
                "type": "boolean",
                "description": "Whether to be strict. Default: `false`."
              }
            }
          },
          "provider": {
            "description": "A package for tests.",
            "type": "object",
            "inputProperties": {
              "endpoint": {
                "type": "string",
                "description": "Where the cloud is.",
                "willReplaceOnChanges": true
              },
              "token": {
                "type": "string",
                "description": "The secret to get in.",
                "secret": true
              },
              "resolvers": {
                "type": "array",
                "items": {
                  "type": "string"
                },
                "description": "Resolvers in order."
              },
              "strict": {
                "type": "boolean",
                "description": "Whether to be strict. Default: `false`."
              }
            }
          },
          "types": {
            "fake:index:OnDelete": {
              "description": "What happens at the end.",
              "type": "string",
              "enum": [
                {
                  "name": "Delete",
                  "description": "Deletes it.",
                  "value": "delete"
                },
                {
                  "name": "Retain",
                  "description": "Leaves it.",
                  "value": "retain"
                }
              ]
            },
            "fake:index:ZoneAddresses": {
              "description": "The addresses of a zone.",
              "properties": {
                "zone": {
                  "type": "string",
                  "description": "The zone."
                },
                "ips": {
                  "type": "array",
                  "items": {
                    "type": "string"
                  },
                  "description": "Its addresses."
                }
              },
              "type": "object",
              "required": [
                "zone",
                "ips"
              ]
            }
          },
          "resources": {
            "fake:index:Thing": {
              "description": "A thing.\n\n## Import\n\n```sh\npulumi import fake:index:Thing name web-1\n```\n\nThe id is `serviceName`.",
              "properties": {
                "serviceName": {
                  "type": "string",
                  "description": "The service."
                },
                "fqdns": {
                  "type": "array",
                  "items": {
                    "type": "string"
                  },
                  "description": "The names."
                },
                "steps": {
                  "type": "array",
                  "items": {
                    "type": "string"
                  },
                  "description": "The steps, in order."
                },
                "triggers": {
                  "type": "object",
                  "additionalProperties": {
                    "type": "string"
                  },
                  "description": "What it depends on."
                },
                "waitForDns": {
                  "type": "boolean",
                  "description": "Whether to wait. Default: `true`."
                },
                "count": {
                  "type": "integer",
                  "description": "How many."
                },
                "password": {
                  "type": "string",
                  "description": "The password.",
                  "secret": true
                },
                "onDelete": {
                  "$ref": "#/types/fake:index:OnDelete",
                  "description": "What happens at the end."
                },
                "phase": {
                  "type": "string",
                  "description": "How far it is."
                }
              },
              "type": "object",
              "required": [
                "serviceName",
                "fqdns",
                "phase"
              ],
              "inputProperties": {
                "serviceName": {
                  "type": "string",
                  "description": "The service.",
                  "willReplaceOnChanges": true
                },
                "fqdns": {
                  "type": "array",
                  "items": {
                    "type": "string"
                  },
                  "description": "The names."
                },
                "steps": {
                  "type": "array",
                  "items": {
                    "type": "string"
                  },
                  "description": "The steps, in order."
                },
                "triggers": {
                  "type": "object",
                  "additionalProperties": {
                    "type": "string"
                  },
                  "description": "What it depends on."
                },
                "waitForDns": {
                  "type": "boolean",
                  "description": "Whether to wait. Default: `true`."
                },
                "count": {
                  "type": "integer",
                  "description": "How many."
                },
                "password": {
                  "type": "string",
                  "description": "The password.",
                  "secret": true
                },
                "onDelete": {
                  "$ref": "#/types/fake:index:OnDelete",
                  "description": "What happens at the end."
                }
              },
              "requiredInputs": [
                "serviceName",
                "fqdns"
              ]
            }
          },
          "functions": {
            "fake:index:getThing": {
              "description": "Reads a thing.",
              "inputs": {
                "properties": {
                  "name": {
                    "type": "string",
                    "description": "Whose."
                  }
                },
                "type": "object",
                "required": [
                  "name"
                ]
              },
              "outputs": {
                "properties": {
                  "zones": {
                    "type": "array",
                    "items": {
                      "$ref": "#/types/fake:index:ZoneAddresses"
                    },
                    "description": "The zones."
                  }
                },
                "type": "object",
                "required": [
                  "zones"
                ]
              }
            }
          }
        }

        """;
}
