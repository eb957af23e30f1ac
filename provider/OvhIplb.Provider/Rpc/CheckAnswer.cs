using Google.Protobuf.WellKnownTypes;
using OvhIplb.Provider.Resources;
using Pulumirpc;

namespace OvhIplb.Provider.Rpc;

/// <summary>The answer to Check and CheckConfig: what was given, as it was given, and all that is wrong with it.</summary>
internal static class CheckAnswer
{
    public static CheckResponse From(Struct? inputs, CheckFailures failures)
    {
        var answer = new CheckResponse { Inputs = inputs ?? new Struct() };
        answer.Failures.AddRange(Failures(failures.All));
        return answer;
    }

    public static IEnumerable<Pulumirpc.CheckFailure> Failures(IEnumerable<Resources.CheckFailure> failures) =>
        failures.Select(static failure => new Pulumirpc.CheckFailure { Property = failure.Path, Reason = failure.Reason });
}
