namespace OvhIplb.Provider.Tests.Firewall;

/// <summary>
/// The real ufw with a configuration of its own: what it writes of the machine's files is a copy, seen by its commands only.
/// </summary>
internal sealed class UfwInstallation : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ufw-").FullName;
    private readonly NetworkNamespace _network;

    public UfwInstallation(NetworkNamespace network)
    {
        _network = network;
        FirewallPrograms.SkipWithout("ufw", "unshare", "mount");
        FirewallPrograms.SkipUnlessTaken(
            network,
            $"cp -a /etc/ufw {_folder}/ufw\ncp /etc/default/ufw {_folder}/default\n{Isolated("ufw --version")}");
        // Some machine's own rules may be in the copy.
        Shell("ufw --force reset");
        Shell("ufw --force enable");
    }

    /// <summary>Commands by which the user's rules are listed.</summary>
    public string[] Added
        => [.. Shell("ufw show added").Split('\n').Where(static line => line.StartsWith("ufw ", StringComparison.Ordinal))];

    public bool IsIPv6On
    {
        set => _network.Shell($"sed -i 's/^IPV6=.*/IPV6={(value ? "yes" : "no")}/' {_folder}/default");
    }

    /// <summary>Runs a script of <c>sh -e</c> that may call ufw.</summary>
    public string Shell(string script) => _network.Shell(Isolated(script));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Isolated(string script) => $"""
        exec unshare --mount sh -e <<'ISOLATED'
        mount --bind {_folder}/ufw /etc/ufw
        mount --bind {_folder}/default /etc/default/ufw
        mount -t tmpfs none /run
        {script}
        ISOLATED
        """;
}
