namespace OvhIplb.Provider.Tests.Firewall;

/// <summary>Skips a test, with the reason, where a machine cannot run it.</summary>
internal static class FirewallPrograms
{
    private static readonly string[] Folders = ["/usr/sbin", "/sbin", "/usr/bin", "/bin"];

    /// <param name="programs">The programs that the test runs.</param>
    public static void SkipWithout(params string[] programs)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "network namespaces are a feature of Linux");
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "only root may make network namespaces");
        string[] missing = [.. programs.Where(static program => !Folders.Any(folder => File.Exists(Path.Combine(folder, program))))];
        Assert.SkipWhen(missing.Length > 0, $"not installed: {string.Join(", ", missing)}");
    }

    /// <param name="network">A network of the test's.</param>
    /// <param name="script">Commands that succeed where the kernel has what the test wants of it.</param>
    public static void SkipUnlessTaken(NetworkNamespace network, string script)
    {
        Assert.SkipWhen(network.Refusal is not null, network.Refusal ?? "");
        (var code, var said) = network.TryShell(script);
        Assert.SkipWhen(code != 0, $"this kernel or container does not let firewalls be tested: {said}");
    }
}
