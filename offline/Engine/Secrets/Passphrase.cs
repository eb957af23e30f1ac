using System.Text;

namespace Engine.Secrets;

/// <summary>
/// What the key of a stack's secrets is made of, as the Pulumi CLI finds it: <c>PULUMI_CONFIG_PASSPHRASE</c> where that is set, also to
/// nothing, else the text of the file that <c>PULUMI_CONFIG_PASSPHRASE_FILE</c> names, without the white space around it. Here, neither
/// means an empty one.
/// </summary>
/// <param name="Text">The passphrase.</param>
/// <param name="Doubt">What may be wrong with it, for the message where it does not fit; empty where nothing is.</param>
internal sealed record Passphrase(string Text, string Doubt = "")
{
    private const string Variable = "PULUMI_CONFIG_PASSPHRASE";
    private const string FileVariable = "PULUMI_CONFIG_PASSPHRASE_FILE";

    /// <param name="variables">Environment variables that go before those of this process.</param>
    /// <exception cref="UserException">There is no such file, or it cannot be read.</exception>
    public static Passphrase Of(IReadOnlyDictionary<string, string> variables) => Of(
        name => variables.TryGetValue(name, out var value) ? value : Environment.GetEnvironmentVariable(name));

    public static implicit operator Passphrase(string text) => new(text);

    internal static Passphrase Of(Func<string, string?> variable)
    {
        if (variable(Variable) is { } text)
        {
            return new Passphrase(text, IsQuoted(text) ? $"; the quotes around the value of {Variable} are part of it" : "");
        }

        return variable(FileVariable) is { Length: > 0 } file ? Read(file) : new Passphrase("");
    }

    private static Passphrase Read(string file)
    {
        var path = Path.GetFullPath(file);
        if (!File.Exists(path))
        {
            throw new UserException(
                $"{FileVariable}: there is no file {path}"
                + (IsQuoted(file) ? "; the quotes are part of the value, so leave them out" : ""));
        }

        try
        {
            // The Pulumi CLI takes a byte order mark for a part of the passphrase, so it is one here too.
            var text = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false).GetString(File.ReadAllBytes(path)).Trim();
            return new Passphrase(text, text.StartsWith('\ufeff')
                ? $"; the file that {FileVariable} names begins with a byte order mark, which is part of the passphrase"
                : "");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UserException($"{FileVariable}: the file {path} cannot be read", error);
        }
    }

    private static bool IsQuoted(string text) => text is ['"', .., '"'] or ['\'', .., '\''];
}
