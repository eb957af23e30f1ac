using OvhIplb.Api.Authentication;
using OvhIplb.Api.Endpoints;

namespace OvhIplb.Api.Configuration;

/// <summary>
/// Finds endpoint and credentials the way OVH's clients do: given outright, else in the environment, else in ovh.conf
/// files, which are merged key by key.
/// </summary>
public sealed class CredentialSources
{
    private const string EndpointSetting = "endpoint";
    private const string ApplicationKeySetting = "applicationKey";
    private const string ApplicationSecretSetting = "applicationSecret";
    private const string ConsumerKeySetting = "consumerKey";

    private readonly Func<string, string?> _environment;
    private readonly (string Path, IniFile Content)[] _files;

    /// <param name="environment">Value of an environment variable; null where it is not set.</param>
    /// <param name="readFile">Text of a file; null where it does not exist or may not be read.</param>
    /// <param name="paths">Files to look in, the one that wins first.</param>
    public CredentialSources(Func<string, string?> environment, Func<string, string?> readFile, IEnumerable<string> paths)
    {
        _environment = environment;
        _files =
        [
            .. paths
                .Select(path => (Path: path, Text: readFile(path)))
                .Where(file => file.Text is not null)
                .Select(file => (file.Path, IniFile.Parse(file.Text!))),
        ];
    }

    /// <summary>This process's environment; ./ovh.conf, then ~/.ovh.conf, then /etc/ovh.conf.</summary>
    public static CredentialSources OfThisProcess() => new(
        Environment.GetEnvironmentVariable,
        ReadFile,
        [
            "./ovh.conf",
            Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".ovh.conf"),
            "/etc/ovh.conf",
        ]);

    /// <summary>Only what is given outright counts: no environment, no files.</summary>
    public static CredentialSources None() => new(_ => null, _ => null, []);

    /// <summary>Settles every setting by itself, then judges them together.</summary>
    public Resolution Resolve(Settings settings)
    {
        var faults = new List<Fault>();
        var given = Find(settings.Endpoint, "OVH_ENDPOINT", "default", "endpoint");
        var endpoint = Endpoint.OvhEu;
        if (given is not null && !Endpoint.TryParse(given.Value, out endpoint, out var reason))
        {
            faults.Add(new Fault(EndpointSetting, $"{reason} (from {given.Source})"));
        }

        var section = endpoint?.Name ?? given!.Value;
        (string Setting, SourcedValue? Value)[] parts =
        [
            (ApplicationKeySetting, Find(settings.ApplicationKey, "OVH_APPLICATION_KEY", section, "application_key")),
            (ApplicationSecretSetting, Find(settings.ApplicationSecret, "OVH_APPLICATION_SECRET", section, "application_secret")),
            (ConsumerKeySetting, Find(settings.ConsumerKey, "OVH_CONSUMER_KEY", section, "consumer_key")),
        ];
        var faultsOfParts = FaultsOf(parts, section).ToArray();
        faults.AddRange(faultsOfParts);
        var credentials = faultsOfParts.Length == 0
            ? new ApplicationCredentials(parts[0].Value!.Value, parts[1].Value!.Value, parts[2].Value!.Value)
            : null;
        var sources = parts
            .Prepend((Setting: EndpointSetting, Value: given))
            .Where(part => part.Value is not null)
            .ToDictionary(part => part.Setting, part => part.Value!.Source);
        return new Resolution(endpoint, credentials, faults, sources);
    }

    private static IEnumerable<Fault> FaultsOf((string Setting, SourcedValue? Value)[] parts, string section)
    {
        var present = Array.FindAll(parts, part => part.Value is not null);
        if (present.Length == 0)
        {
            return
            [
                new Fault(
                    ApplicationKeySetting,
                    "no credentials were found. Give applicationKey, applicationSecret and consumerKey in the provider's configuration, or set "
                    + "OVH_APPLICATION_KEY, OVH_APPLICATION_SECRET and OVH_CONSUMER_KEY, or write application_key, application_secret and "
                    + $"consumer_key into section [{section}] of ovh.conf"),
            ];
        }

        var found = string.Join(", ", present.Select(part => $"{part.Setting} from {part.Value!.Source}"));
        var missing = parts
            .Where(part => part.Value is null)
            .Select(part => new Fault(part.Setting, $"is missing, and the credentials need all three; found {found}"));
        var malformed = present
            .Where(part => ApplicationCredentials.CannotBePart(part.Value!.Value))
            .Select(part => new Fault(part.Setting, $"has white space or characters beyond ASCII, which no key has (from {part.Value!.Source})"));
        return missing.Concat(malformed);
    }

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

    private SourcedValue? Find(string? outright, string variable, string section, string key)
    {
        if (!string.IsNullOrEmpty(outright))
        {
            return new SourcedValue(outright, "the provider's configuration");
        }

        if (_environment(variable) is { Length: > 0 } fromEnvironment)
        {
            return new SourcedValue(fromEnvironment, $"environment variable {variable}");
        }

        foreach (var (path, content) in _files)
        {
            if (content.Find(section, key) is { } fromFile)
            {
                return new SourcedValue(fromFile, $"{path}, section [{section}]");
            }
        }

        return null;
    }
}
