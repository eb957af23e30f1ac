using System.Globalization;

namespace OvhIplb.Provider.WireTests.Reliability;

/// <summary>An outcome in the cells of a table's row.</summary>
internal static class Cells
{
    public static string Of(Outcome outcome) =>
        $"{Seen(outcome)} | {Either(outcome, static attempt => Asked(attempt))} | {Either(outcome, static attempt => Effects(attempt))}";

    private static string Seen(Outcome outcome) => outcome.Direct.Ending switch
    {
        Ending.Done => "succeeds",
        Ending.DoneWithWarning => $"succeeds, with a warning: {Waiver.Of(outcome.Direct.Aftermath.Warnings)!.Words}",
        Ending.Kept => "error, kept",
        Ending.BrokenOff => "cut off",
        _ => outcome.Case.Usual.Operation == Operation.Create ? "error, nothing kept" : "error, as before",
    };

    private static string Either(Outcome outcome, Func<Attempt, string> cell)
    {
        var direct = cell(outcome.Direct);
        return outcome.AfterRead is { } attempt && cell(attempt) != direct ? $"{direct}; after `pulumi refresh`: {cell(attempt)}" : direct;
    }

    private static string Asked(Attempt attempt) => attempt.Next.Count > 0
        ? string.Join(", ", attempt.Next.Select(static request => $"`{request}`"))
        : "nothing";

    private static string Effects(Attempt attempt) => string.Join(", ", attempt.Aftermath.Effects.Select(static effect =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{effect.Value} {effect.Key}{(effect.Value > 1 && effect.Key[^1] == 'h' ? "es" : "")}")));
}
