using Engine.State;
using Pulumirpc;

namespace Engine.Steps;

/// <summary>The option <c>customTimeouts</c> of a resource.</summary>
internal static class CustomTimeouts
{
    /// <exception cref="StepException">One of them is no time that a provider can be given; all are named that are not.</exception>
    public static Timeouts Read(RegisterResourceRequest.Types.CustomTimeouts? given, string urn)
    {
        if (given is null)
        {
            return Timeouts.Default;
        }

        var problems = new List<string>();
        var timeouts = new Timeouts(
            Seconds("create", given.Create),
            Seconds("update", given.Update),
            Seconds("delete", given.Delete),
            Seconds("read", given.Read));
        return problems.Count == 0 ? timeouts : throw new StepException(urn, problems, operation: false);

        double Seconds(string name, string text)
        {
            if (Fault(text) is { } fault)
            {
                problems.Add($"customTimeouts.{name}: {fault}");
                return 0;
            }

            return Duration.Seconds(text) ?? 0;
        }
    }

    /// <summary>What is wrong with one of them; null where nothing is. None is no fault.</summary>
    public static string? Fault(string text) => text.Length == 0 ? null : Duration.Seconds(text) switch
    {
        null => $"'{text}' is not a duration. Write numbers with their units, such as '30m', '1h30m' or '90s'; the units are h, m, s, ms, "
            + $"us, ns.",
        < 0 => $"'{text}' is negative. Leave it out, or write '0', for the provider's own limit.",
        _ => null,
    };
}
