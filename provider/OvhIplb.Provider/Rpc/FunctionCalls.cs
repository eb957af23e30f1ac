using Grpc.Core;
using OvhIplb.Provider.Resources;
using OvhIplb.Provider.Schema;
using OvhIplb.Provider.Values;
using Pulumirpc;

namespace OvhIplb.Provider.Rpc;

/// <summary>The call of a function, from the wire to the function and back.</summary>
internal sealed class FunctionCalls(IPackage package)
{
    private readonly Dictionary<string, IFunction> _functions = package.Functions.ToDictionary(
        function => PackageSchema.Token(package.Declaration.Name, function.Declaration.Name), StringComparer.Ordinal);

    public async Task<InvokeResponse> InvokeAsync(InvokeRequest request, CancellationToken cancellationToken)
    {
        if (!_functions.TryGetValue(request.Tok, out var function))
        {
            throw new RpcException(new(
                StatusCode.NotFound,
                $"version {package.Declaration.Version} of {package.Declaration.Name} has no function '{request.Tok}'; " +
                $"it has {string.Join(", ", _functions.Keys.Order(StringComparer.Ordinal))}"));
        }

        var failures = new CheckFailures();
        var arguments = DeclaredCheck.Run(new(ValueDecoder.Decode(request.Args)), function.Declaration.Inputs, failures);
        if (failures.All.Count > 0)
        {
            return Refused(failures.All);
        }

        if (arguments.HasUnknowns)
        {
            // Engines do not ask in this case. Of a question that is not known neither is the answer.
            return Answer(function, function.Declaration.Outputs.Aggregate(
                PropertyBag.Empty, static (bag, output) => bag.WithRaw(output.Name, UnknownValue.Instance)));
        }

        try
        {
            return Answer(function, await function.InvokeAsync(arguments, request.Preview, cancellationToken));
        }
        catch (InputException refused)
        {
            return Refused(refused.Failures);
        }
    }

    private static InvokeResponse Answer(IFunction function, PropertyBag result) => new()
    {
        Return = ValueEncoder.Encode(SecretMarking.Mark(result, function.Declaration.Outputs)),
    };

    private static InvokeResponse Refused(IEnumerable<Resources.CheckFailure> failures)
    {
        var answer = new InvokeResponse();
        answer.Failures.AddRange(CheckAnswer.Failures(failures));
        return answer;
    }
}
