using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;

namespace Pulumi;

/// <summary>The stack's configuration: the values whose keys begin with a name, <c>name:key</c>.</summary>
public sealed class Config
{
    private const string LegacySuffix = ":config";

    private readonly string _name;

    /// <param name="name">The name before the colon; the project's by default.</param>
    public Config(string? name = null)
    {
        name ??= Deployment.Instance.ProjectName;
        _name = name.EndsWith(LegacySuffix, StringComparison.Ordinal) ? name[..^LegacySuffix.Length] : name;
    }

    /// <summary>A value, or null if there is none.</summary>
    public string? Get(string key) => Deployment.Instance.Settings.Configuration.GetValueOrDefault(FullKey(key));

    /// <summary>A value as a secret, or null if there is none.</summary>
    public Output<string>? GetSecret(string key) => Get(key) is { } value ? Output.CreateSecret(value) : null;

    /// <summary>A value.</summary>
    /// <exception cref="RunException">There is none.</exception>
    public string Require(string key) => Get(key) ?? throw Missing(key);

    /// <summary>A value as a secret.</summary>
    /// <exception cref="RunException">There is none.</exception>
    public Output<string> RequireSecret(string key) => Output.CreateSecret(Require(key));

    /// <summary>A value as a boolean, or null if there is none.</summary>
    /// <exception cref="RunException">It is not a boolean.</exception>
    public bool? GetBoolean(string key) => Get(key) switch
    {
        null => null,
        "true" => true,
        "false" => false,
        var value => throw Mistyped(key, value, nameof(Boolean)),
    };

    /// <summary>A value as a boolean and secret, or null if there is none.</summary>
    /// <exception cref="RunException">It is not a boolean.</exception>
    public Output<bool>? GetSecretBoolean(string key) => GetBoolean(key) is { } value ? Output.CreateSecret(value) : null;

    /// <summary>A value as a boolean.</summary>
    /// <exception cref="RunException">There is none, or it is not a boolean.</exception>
    public bool RequireBoolean(string key) => GetBoolean(key) ?? throw Missing(key);

    /// <summary>A value as a boolean and secret.</summary>
    /// <exception cref="RunException">There is none, or it is not a boolean.</exception>
    public Output<bool> RequireSecretBoolean(string key) => Output.CreateSecret(RequireBoolean(key));

    /// <summary>A value as an integer, or null if there is none.</summary>
    /// <exception cref="RunException">It is not an integer.</exception>
    public int? GetInt32(string key) => Get(key) switch
    {
        null => null,
        var value when int.TryParse(value, NumberStyles.Integer, CultureInfo.InvariantCulture, out var parsed) => parsed,
        var value => throw Mistyped(key, value, nameof(Int32)),
    };

    /// <summary>A value as an integer and secret, or null if there is none.</summary>
    /// <exception cref="RunException">It is not an integer.</exception>
    public Output<int>? GetSecretInt32(string key) => GetInt32(key) is { } value ? Output.CreateSecret(value) : null;

    /// <summary>A value as an integer.</summary>
    /// <exception cref="RunException">There is none, or it is not an integer.</exception>
    public int RequireInt32(string key) => GetInt32(key) ?? throw Missing(key);

    /// <summary>A value as an integer and secret.</summary>
    /// <exception cref="RunException">There is none, or it is not an integer.</exception>
    public Output<int> RequireSecretInt32(string key) => Output.CreateSecret(RequireInt32(key));

    /// <summary>A value as a number, or null if there is none.</summary>
    /// <exception cref="RunException">It is not a number.</exception>
    public double? GetDouble(string key) => Get(key) switch
    {
        null => null,
        var value when double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var parsed) => parsed,
        var value => throw Mistyped(key, value, nameof(Double)),
    };

    /// <summary>A value as a number and secret, or null if there is none.</summary>
    /// <exception cref="RunException">It is not a number.</exception>
    public Output<double>? GetSecretDouble(string key) => GetDouble(key) is { } value ? Output.CreateSecret(value) : null;

    /// <summary>A value as a number.</summary>
    /// <exception cref="RunException">There is none, or it is not a number.</exception>
    public double RequireDouble(string key) => GetDouble(key) ?? throw Missing(key);

    /// <summary>A value as a number and secret.</summary>
    /// <exception cref="RunException">There is none, or it is not a number.</exception>
    public Output<double> RequireSecretDouble(string key) => Output.CreateSecret(RequireDouble(key));

    /// <summary>An object from its JSON text, or null if there is none.</summary>
    /// <exception cref="RunException">The text is not JSON of that type.</exception>
    [return: MaybeNull]
    public T GetObject<T>(string key) => Read<T>(key, options: null);

    /// <inheritdoc cref="GetObject{T}(string)"/>
    [return: MaybeNull]
    public T GetObject<T>(string key, JsonSerializerOptions options) => Read<T>(key, options);

    /// <summary>An object from its JSON text as a secret, or null if there is none.</summary>
    /// <exception cref="RunException">The text is not JSON of that type.</exception>
    public Output<T>? GetSecretObject<T>(string key)
        => Get(key) == null ? null : Output.CreateSecret(Read<T>(key, options: null)!);

    /// <summary>An object from its JSON text as a secret, or null if there is none or it is JSON's null.</summary>
    /// <exception cref="RunException">The text is not JSON of that type.</exception>
    public Output<T>? GetSecretObject<T>(string key, JsonSerializerOptions options)
        => Read<T>(key, options) is { } value ? Output.CreateSecret(value) : null;

    /// <summary>An object from its JSON text.</summary>
    /// <exception cref="RunException">There is none, or the text is not JSON of that type.</exception>
    public T RequireObject<T>(string key) => ReadRequired<T>(key, options: null);

    /// <inheritdoc cref="RequireObject{T}(string)"/>
    public T RequireObject<T>(string key, JsonSerializerOptions options) => ReadRequired<T>(key, options);

    /// <summary>An object from its JSON text as a secret.</summary>
    /// <exception cref="RunException">There is none, or the text is not JSON of that type.</exception>
    public Output<T> RequireSecretObject<T>(string key) => Output.CreateSecret(ReadRequired<T>(key, options: null));

    /// <inheritdoc cref="RequireSecretObject{T}(string)"/>
    public Output<T> RequireSecretObject<T>(string key, JsonSerializerOptions options)
        => Output.CreateSecret(ReadRequired<T>(key, options));

    private string FullKey(string key) => $"{_name}:{key}";

    private T ReadRequired<T>(string key, JsonSerializerOptions? options)
        => Get(key) == null ? throw Missing(key) : Read<T>(key, options)!;

    [return: MaybeNull]
    private T Read<T>(string key, JsonSerializerOptions? options)
    {
        var value = Get(key);
        try
        {
            return value == null ? default : JsonSerializer.Deserialize<T>(value, options);
        }
        catch (JsonException exception)
        {
            throw Mistyped(key, value, typeof(T).FullName!, exception);
        }
    }

    private RunException Missing(string key) => new(
        $"Missing Required configuration variable '{FullKey(key)}'\n"
        + $"\tplease set a value using the command `pulumi config set {FullKey(key)} <value>`");

    private RunException Mistyped(string key, string? value, string type, Exception? reason = null)
        => new($"Configuration '{FullKey(key)}' value '{value}' is not a valid {type}", reason);
}
