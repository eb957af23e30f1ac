using System.Text.Json;
using OvhSimulator;
using YamlDotNet.RepresentationModel;

namespace OvhIplb.Testing;

/// <summary>What <c>Pulumi.&lt;stack&gt;.yaml</c> says, for a stack that talks to a simulator.</summary>
/// <param name="project">The namespace of keys that have none.</param>
internal sealed class StackSettings(string project)
{
    // Credentials of the stack's own would be a second way to authenticate, and the plugin takes one at a time.
    private static readonly string[] Credentials = ["clientId", "clientSecret", "accessToken", "tokenUrl"];

    public YamlMappingNode Merge(YamlMappingNode root, Simulator simulator, IEnumerable<KeyValuePair<string, object?>> configuration)
    {
        var values = new YamlMappingNode();
        if (root.Children.TryGetValue("config", out var given) && given is YamlMappingNode config)
        {
            foreach ((var key, var value) in config.Children)
            {
                values.Children[Key(((YamlScalarNode)key).Value!)] = value;
            }
        }

        foreach ((var key, var value) in Connection(simulator).Concat(configuration))
        {
            if (value is null)
            {
                values.Children.Remove(Key(key));
            }
            else
            {
                values.Children[Key(key)] = YamlFile.Parse(JsonSerializer.Serialize(value));
            }
        }

        root.Children["config"] = values;
        return root;
    }

    private static IEnumerable<KeyValuePair<string, object?>> Connection(Simulator simulator) =>
    [
        new("ovh-iplb:endpoint", simulator.BaseAddress.ToString()),
        new("ovh-iplb:applicationKey", "simulator-application-key"),
        new("ovh-iplb:applicationSecret", "simulator-application-secret"),
        new("ovh-iplb:consumerKey", "simulator-consumer-key"),
        .. Credentials.Select(static name => new KeyValuePair<string, object?>($"ovh-iplb:{name}", null)),
        new("ovh-iplb:dnsServers", new[] { simulator.DnsAddress.ToString() }),
        // Nobody has to be spared here, so that no test waits.
        new("ovh-iplb:pollInterval", 0.05),
        new("ovh-iplb:rateLimit", 1000),
    ];

    private string Key(string key) => key.Contains(':', StringComparison.Ordinal) ? key : $"{project}:{key}";
}
