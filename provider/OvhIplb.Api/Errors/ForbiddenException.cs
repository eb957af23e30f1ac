namespace OvhIplb.Api.Errors;

/// <summary>403: the credentials are good, but may not do this.</summary>
public sealed class ForbiddenException : OvhApiException
{
    /// <summary>The details that name missing actions; they are told as the next step.</summary>
    internal static readonly string[] ActionDetails = ["unauthorizedActionsByAuthentication", "unauthorizedActionsByIAM"];

    internal ForbiddenException(Failure failure)
        : base(failure, NextStepFor(ActionsIn(failure)))
        => MissingActions = ActionsIn(failure);

    /// <summary>The IAM actions the API named as missing, for example loadbalancer:apiovh:refresh; often none.</summary>
    public IReadOnlyList<string> MissingActions { get; }

    private static string[] ActionsIn(Failure failure) =>
    [
        .. ActionDetails
            .Select(detail => failure.Details.GetValueOrDefault(detail, ""))
            .SelectMany(actions => actions.Split([',', ';', ' ', '[', ']', '"'], StringSplitOptions.RemoveEmptyEntries))
            .Distinct(),
    ];

    private static string NextStepFor(string[] actions) => actions.Length == 0
        ? "Give these credentials the right to make this call."
        : $"Allow {string.Join(", ", actions)} in an IAM policy for these credentials.";
}
