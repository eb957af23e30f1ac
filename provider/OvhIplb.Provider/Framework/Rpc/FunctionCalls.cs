using Grpc.Core;
using OvhIplb.Api.Errors;
using OvhIplb.Provider.Framework.Resources;
using OvhIplb.Provider.Framework.Schema;
using OvhIplb.Provider.Framework.Values;
using Pulumirpc;

namespace OvhIplb.Provider.Framework.Rpc;

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
        catch (Exception failure) when (failure is OperationException or OvhApiException)
        {
            // As a failure, and not as a gRPC error: Pulumi's .NET SDK begins with the reason of a failure, while it buries the
            // words of an error in the description of a status.
            return Refused([new(Blamed(function, arguments, failure), failure.Message)]);
        }
    }

    /// <summary>The argument that names what the API does not know; nothing where no argument is to blame.</summary>
    private static string Blamed(IFunction function, PropertyBag arguments, Exception failure) =>
        failure is NotFoundException { Path: var path }
            ? function.Declaration.Inputs.FirstOrDefault(input => IsSegment(path, input, arguments[input.Name]))?.Name ?? ""
            : "";

    /// <summary>Whether an argument, as it was given or in its normal form, is one whole segment of the path.</summary>
    private static bool IsSegment(string path, Property input, PropertyValue? argument) =>
        argument?.Unwrapped is StringValue given
        && path.Split('?')[0].Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Uri.UnescapeDataString).Any(segment =>
            segment == given.Value || (NormalForm.Of(input, argument) is StringValue normal && segment == normal.Value));

    private static InvokeResponse Answer(IFunction function, PropertyBag result) => new()
    {
        Return = ValueEncoder.Encode(SecretMarking.Mark(result, function.Declaration.Outputs)),
    };

    private static InvokeResponse Refused(IEnumerable<Framework.Resources.CheckFailure> failures)
    {
        var answer = new InvokeResponse();
        answer.Failures.AddRange(CheckAnswer.Failures(failures));
        return answer;
    }
}
