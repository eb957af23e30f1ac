using OvhIplb.Api.Authentication;
using OvhIplb.Api.Endpoints;

namespace OvhIplb.Api.Configuration;

/// <summary>
/// Finds endpoint and credentials the way OVH's clients do: given outright, else in the environment, else in ovh.conf
/// files, which are merged key by key.
/// </summary>
public sealed class CredentialSources
{
    private readonly Func<string, string?> _environment;
    private readonly IniFile _files = new();
    private readonly List<Fault> _faultsOfFiles = [];

    /// <param name="environment">Value of an environment variable; null where it is not set.</param>
    /// <param name="readFile">Text of a file; null where it does not exist or may not be read.</param>
    /// <param name="paths">Files to look in, the one that wins first.</param>
    public CredentialSources(Func<string, string?> environment, Func<string, string?> readFile, IEnumerable<string> paths)
    {
        _environment = environment;
        foreach (var path in paths.Reverse())
        {
            Read(path, readFile(path) ?? "");
        }
    }

    /// <summary>This process's environment; ./ovh.conf, then ~/.ovh.conf, then /etc/ovh.conf.</summary>
    public static CredentialSources OfThisProcess() => new(
        Environment.GetEnvironmentVariable,
        ReadFile,
        ["./ovh.conf", .. OfTheUser(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile)), "/etc/ovh.conf"]);

    /// <summary>Only what is given outright counts: no environment, no files.</summary>
    public static CredentialSources None() => new(_ => null, _ => null, []);

    /// <summary>Settles every setting by itself, then judges them together.</summary>
    /// <param name="outright">
    /// What the user gave outright, by setting: endpoint, applicationKey, applicationSecret, consumerKey, clientId, clientSecret,
    /// tokenUrl, accessToken. Null and empty both mean: not given.
    /// </param>
    public Resolution Resolve(Func<string, string?> outright)
    {
        var faults = new List<Fault>();
        var given = Find(Setting.Endpoint, outright, "default");
        var endpoint = Endpoint.OvhEu;
        if (given is not null && !Endpoint.TryParse(given.Value, out endpoint, out var reason))
        {
            faults.Add(new Fault(Setting.Endpoint.Name, $"{reason} (from {given.Source})"));
        }

        var section = SectionOf(endpoint, given);
        var found = new Findings(AuthenticationMethod.All
            .SelectMany(method => method.Parts)
            .Append(Setting.TokenUrl)
            .Select(setting => (Setting: setting, Value: Find(setting, outright, section)))
            .Append((Setting: Setting.Endpoint, Value: given))
            .Where(pair => pair.Value is not null)
            .ToDictionary(pair => pair.Setting, pair => pair.Value!));
        var (credentials, faultsOfCredentials) = new Judgement(found, endpoint, section, _files.Sections).Pass();
        if (_faultsOfFiles.Count > 0 && (credentials is null || TakesFromFiles(credentials, found)))
        {
            // What else is missing or too much may stand in the part that was not read.
            return new Resolution(endpoint, credentials: null, [.. faults, .. _faultsOfFiles], found.Sources());
        }

        faults.AddRange(faultsOfCredentials);
        return new Resolution(endpoint, credentials, faults, found.Sources());
    }

    /// <summary>
    /// Whether what the files say decides about endpoint or credentials. An endpoint that was not found may stand in the part that was not
    /// read.
    /// </summary>
    private static bool TakesFromFiles(Credentials credentials, Findings found) =>
        !found.Has(Setting.Endpoint)
        || found.IsFromFile(Setting.Endpoint)
        || AuthenticationMethod.All.SelectMany(method => method.Parts).Any(found.IsFromFile)
        || (credentials is ServiceAccount && found.IsFromFile(Setting.TokenUrl));

    private static string[] OfTheUser(string home) => home.Length == 0 ? [] : [Path.Combine(home, ".ovh.conf")];

    private static string? ReadFile(string path)
    {
        try
        {
            return File.Exists(path) ? File.ReadAllText(path) : null;
        }
        catch (Exception unreadable) when (unreadable is UnauthorizedAccessException or IOException)
        {
            // A system-wide file for other users; what is missing is reported as missing.
            return null;
        }
    }

    private void Read(string path, string text)
    {
        try
        {
            new IniReader(text, path, _files).Read();
        }
        catch (IniSyntaxException syntax)
        {
            _faultsOfFiles
                .Add(new Fault("", $"{syntax.Message}. OVHcloud's Go client refuses the file for it, too; correct the line, or give "
                    + "endpoint and credentials in the provider's configuration or the environment"));
        }
    }

    /// <summary>
    /// A section named as the endpoint was given comes before that of the region whose URL it is: they may be two accounts.
    /// </summary>
    private string SectionOf(Endpoint? endpoint, SourcedValue? given) =>
        given is not null && (endpoint is null || _files.HasSection(given.Value)) ? given.Value : endpoint!.Name;

    private SourcedValue? Find(Setting setting, Func<string, string?> outright, string section)
    {
        if (outright(setting.Name) is { Length: > 0 } given)
        {
            return new SourcedValue(given, "the provider's configuration", isFromFile: false);
        }

        if (_environment(setting.Variable) is { Length: > 0 } fromEnvironment)
        {
            return new SourcedValue(fromEnvironment, $"environment variable {setting.Variable}", isFromFile: false);
        }

        return _files.Find(section, setting.Key);
    }
}
