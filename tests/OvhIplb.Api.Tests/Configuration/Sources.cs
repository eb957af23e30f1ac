using OvhIplb.Api.Configuration;

namespace OvhIplb.Api.Tests.Configuration;

/// <summary>An environment and files that are there for one test only.</summary>
internal sealed class Sources
{
    public const string Here = "./ovh.conf";
    public const string Home = "/home/me/.ovh.conf";
    public const string Machine = "/etc/ovh.conf";

    private readonly Dictionary<string, string> _environment = [];

    public Dictionary<string, string> Files { get; } = [];

    public void SetEnvironment(params ReadOnlySpan<(string Name, string Value)> variables)
    {
        foreach (var (name, value) in variables)
        {
            _environment[name] = value;
        }
    }

    public Resolution Resolve(params (string Setting, string Value)[] outright)
        => new CredentialSources(_environment.GetValueOrDefault, Files.GetValueOrDefault, [Here, Home, Machine])
            .Resolve(outright.ToDictionary(given => given.Setting, given => given.Value).GetValueOrDefault);
}
