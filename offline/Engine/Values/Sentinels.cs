namespace Engine.Values;

/// <summary>The strings that give property values a special meaning on the wire and in the state.</summary>
internal static class Sentinels
{
    /// <summary>The key whose presence makes an object special.</summary>
    public const string Signature = "4dabf18193072939515e22adb298388d";

    /// <summary>The signature of a secret; the value is under <c>value</c> (wire) or <c>ciphertext</c> (state).</summary>
    public const string Secret = "1b47061264138c4ac30d75fd1eb44270";

    /// <summary>The signature of a reference to another resource.</summary>
    public const string ResourceReference = "5cf8f73096256a8f31e491e813e4eb8e";

    /// <summary>The signature of an output value: a value with its secretness and its dependencies.</summary>
    public const string OutputValue = "d0e6a833031e9bbcd3f4e8bde6ca49a4";

    /// <summary>An unknown value of no particular type; the engine writes this one.</summary>
    public const string Unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

    /// <summary>Every spelling of an unknown value.</summary>
    public static readonly IReadOnlySet<string> Unknowns = new HashSet<string>(StringComparer.Ordinal)
    {
        Unknown,
        "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7",
        "3eeb2bf0-c639-47a8-9e75-3b44932eb421",
        "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2",
        "030794c1-ac77-496b-92df-f27374a8bd58",
        "e48ece36-62e2-4504-bad9-02848725956a",
        "dd056dcd-154b-4c76-9bd3-c8f88648b5ff",
    };
}
