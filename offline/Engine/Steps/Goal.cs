using System.Globalization;
using Engine.State;
using Engine.Values;
using Google.Protobuf.WellKnownTypes;
using Pulumirpc;

namespace Engine.Steps;

/// <summary>What a registration asks for, in the engine's own terms.</summary>
internal sealed record Goal(RegisterResourceRequest Request, string Urn)
{
    /// <summary>The program's inputs, output values reduced to their values.</summary>
    public Struct Inputs { get; } = PropertyValue.WithoutOutputs(Request.Object ?? new Struct());

    public string Package => State.Urn.Package(Request.Type);

    public bool DeleteBeforeReplace => Request.DeleteBeforeReplace;

    /// <summary>The entry this goal leads to, without what only a provider can say: id, outputs and times.</summary>
    public ResourceEntry Entry(string provider, Struct? inputs) => new()
    {
        Urn = Urn,
        Type = Request.Type,
        Custom = Request.Custom,
        Inputs = inputs,
        Parent = Request.Parent,
        Protect = Request.Protect,
        Dependencies = [.. Request.Dependencies.Distinct()],
        Provider = provider,
        PropertyDependencies = PropertyDependencies(),
        AdditionalSecretOutputs = [.. Request.AdditionalSecretOutputs],
        Timeouts = Request.CustomTimeouts is { } timeouts
            ? new Timeouts(Seconds(timeouts.Create), Seconds(timeouts.Update), Seconds(timeouts.Delete), Seconds(timeouts.Read))
            : Timeouts.Default,
        ImportId = Request.ImportId,
        RetainOnDelete = Request.RetainOnDelete,
        DeletedWith = Request.DeletedWith,
        IgnoreChanges = [.. Request.IgnoreChanges],
        ReplaceOnChanges = [.. Request.ReplaceOnChanges],
    };

    /// <summary>A duration as SDKs write it: <c>420000000000ns</c>, <c>7m0s</c>, <c>1h30m</c>.</summary>
    /// <exception cref="FormatException">It is not a duration.</exception>
    public static double Seconds(string text)
    {
        double total = 0;
        int at = 0;
        while (at < text.Length)
        {
            int start = at;
            while (at < text.Length && (char.IsAsciiDigit(text[at]) || text[at] == '.'))
            {
                at++;
            }

            int unit = at;
            while (at < text.Length && !char.IsAsciiDigit(text[at]))
            {
                at++;
            }

            total += double.Parse(text.AsSpan(start, unit - start), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture) * text[unit..at] switch
            {
                "h" => 3600,
                "m" => 60,
                "s" => 1,
                "ms" => 1e-3,
                "us" or "µs" => 1e-6,
                "ns" => 1e-9,
                _ => throw new FormatException($"'{text}' is not a duration"),
            };
        }

        return total;
    }

    // A program that says nothing about single properties means that each of them depends on everything it names.
    private Dictionary<string, IReadOnlyList<string>> PropertyDependencies() => Request.PropertyDependencies.Count > 0
        ? Request.PropertyDependencies.ToDictionary(pair => pair.Key, pair => (IReadOnlyList<string>)[.. pair.Value.Urns], StringComparer.Ordinal)
        : Inputs.Fields.Keys.ToDictionary(key => key, _ => (IReadOnlyList<string>)[.. Request.Dependencies.Distinct()], StringComparer.Ordinal);
}
