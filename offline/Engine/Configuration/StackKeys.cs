using Engine.Project;
using YamlDotNet.RepresentationModel;

namespace Engine.Configuration;

/// <summary>The keys of <c>Pulumi.&lt;stack&gt;.yaml</c> beside its configuration.</summary>
internal static class StackKeys
{
    private static readonly string[] Known
        = ["config", "encryptionsalt", "secretsprovider", "encryptedkey", "environment", "mainEnvironment"];
    private static readonly string[] Environments = ["environment", "mainEnvironment"];

    /// <summary>What the embedded engine passes over, a sentence each.</summary>
    /// <exception cref="UserException">Part of the configuration is kept where the embedded engine does not reach.</exception>
    public static IEnumerable<string> Check(YamlMappingNode root, string path)
    {
        foreach (var key in Environments.Where(key => !Yaml.SaysNothing(Yaml.Node(root, key))))
        {
            throw new UserException(
                $"{path}: {key}: the embedded engine reads no environments of Pulumi ESC, so it would run without their values; write "
                    + $"them under config, for a stack of its own");
        }

        foreach (var key in Yaml.Keys(root).Except(Known))
        {
            yield return $"{path}: {key}: is no key that Pulumi knows; it is passed over";
        }

        if (!IsPassphrase(Yaml.Text(root, "secretsprovider")) || Yaml.Text(root, "encryptedkey") is { Length: > 0 })
        {
            yield return $"{path}: secretsprovider: is not used; the embedded engine encrypts the secrets of the state with the "
                + $"passphrase in PULUMI_CONFIG_PASSPHRASE or PULUMI_CONFIG_PASSPHRASE_FILE, which may be empty";
        }
    }

    private static bool IsPassphrase(string? provider) => provider is null or "" or "default" or "passphrase";
}
