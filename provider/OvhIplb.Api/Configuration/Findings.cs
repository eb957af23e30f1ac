namespace OvhIplb.Api.Configuration;

/// <summary>What was found of each setting, and where.</summary>
internal sealed class Findings(IReadOnlyDictionary<Setting, SourcedValue> values)
{
    /// <summary>The value and its source; null where it was found nowhere.</summary>
    public SourcedValue? Of(Setting setting) => values.GetValueOrDefault(setting);

    /// <exception cref="KeyNotFoundException">It was found nowhere.</exception>
    public string ValueOf(Setting setting) => values[setting].Value;

    public bool Has(Setting setting) => values.ContainsKey(setting);

    public bool IsFromFile(Setting setting) => Of(setting) is { IsFromFile: true };

    /// <summary>
    /// Those that were found, for example: applicationKey from environment variable OVH_APPLICATION_KEY, clientId from ./ovh.conf, section
    /// [ovh-eu].
    /// </summary>
    public string Describe(IEnumerable<Setting> settings)
        => string.Join(", ", settings.Where(Has).Select(setting => $"{setting.Name} from {values[setting].Source}"));

    /// <summary>Where each came from, by the setting's name; fit to be shown.</summary>
    public IReadOnlyDictionary<string, string> Sources() => values.ToDictionary(pair => pair.Key.Name, pair => pair.Value.Source);
}
