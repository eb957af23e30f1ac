using System.Globalization;
using System.Text;

namespace OvhIplb.Api.Errors;

/// <summary>The one place that puts a failed call into words.</summary>
internal static class FailureText
{
    public static string Of(Failure failure)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{failure.Method} {failure.Path}");
        text.Append(OutcomeOf(failure.StatusCode)).Append(": ");
        text.Append(failure.ApiMessage.Length == 0 ? "(the API gave no reason)" : failure.ApiMessage.TrimEnd('.'));
        string[] facts =
        [
            .. failure.StatusCode is { } status ? [$"HTTP {status}"] : Array.Empty<string>(),
            .. failure.ErrorCode is { } code ? [code] : Array.Empty<string>(),
            .. failure.ErrorClass is { } errorClass ? [errorClass] : Array.Empty<string>(),
            .. failure.QueryId is { } query ? [$"OVH query id {query}"] : Array.Empty<string>(),
        ];
        if (facts.Length > 0)
        {
            text.Append(" (").AppendJoin(", ", facts).Append(')');
        }

        foreach (var (name, value) in failure.Details
            .Where(detail => detail.Value.Length > 0 && !ForbiddenException.ActionDetails.Contains(detail.Key)))
        {
            text.Append(CultureInfo.InvariantCulture, $"; {name}: {value}");
        }

        return text.Append('.').ToString();
    }

    private static string OutcomeOf(int? status) => status switch
    {
        null => " got no answer",
        >= 200 and < 300 => " got an answer that cannot be read",
        408 or >= 500 => " failed",
        _ => " was refused",
    };
}
