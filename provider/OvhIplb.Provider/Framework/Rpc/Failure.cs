using System.Text;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using OvhIplb.Api.Errors;
using OvhIplb.Provider.Framework.Resources;
using OvhIplb.Provider.Framework.Schema;
using OvhIplb.Provider.Framework.Values;
using Pulumirpc;
using Status = Google.Rpc.Status;

namespace OvhIplb.Provider.Framework.Rpc;

/// <summary>From exceptions to gRPC errors: the user's input, an operation that failed, or our bug, and nothing else.</summary>
internal static class Failure
{
    /// <param name="failure">What was thrown.</param>
    /// <param name="call">The rpc and the resource it was about, for a report of a bug.</param>
    /// <param name="declared">The properties by which the state of a half-done operation is marked secret.</param>
    /// <param name="package">The package's name, which is also its configuration namespace.</param>
    public static RpcException From(Exception failure, string call, IEnumerable<Property> declared, string package) => failure switch
    {
        RpcException known => known,
        InputException input => From(input),
        UnsupportedValueException value => new(new(StatusCode.InvalidArgument, value.Message)),
        ResourceInitializationException initialization => From(initialization, declared),
        MissingConfigurationException missing => From(missing, package),
        OperationException or OvhApiException => new(new(StatusCode.Unknown, failure.Message)),
        OperationCanceledException => new(new(StatusCode.Cancelled, $"{call} was cancelled before it was done")),
        _ => new(new(StatusCode.Internal, BugReport(failure, call))),
    };

    private static RpcException From(InputException input)
    {
        var detail = new InputPropertiesError();
        detail.Errors.AddRange(input.Failures.Select(static failure =>
            new InputPropertiesError.Types.PropertyError { PropertyPath = failure.Path, Reason = failure.Reason }));
        return WithDetail(StatusCode.InvalidArgument, input.Message, Any.Pack(detail));
    }

    private static RpcException From(ResourceInitializationException initialization, IEnumerable<Property> declared)
    {
        var state = initialization.State;
        var detail = new ErrorResourceInitFailed
        {
            Id = state.Id,
            Properties = ValueEncoder.Encode(SecretMarking.Mark(state.State, declared)),
            Inputs = state.Inputs is null ? null : ValueEncoder.Encode(SecretMarking.Mark(state.Inputs, declared)),
        };
        detail.Reasons.AddRange(initialization.Reasons);
        return WithDetail(StatusCode.Unknown, initialization.Message, Any.Pack(detail));
    }

    private static RpcException From(MissingConfigurationException missing, string package)
    {
        var detail = new ConfigureErrorMissingKeys();
        detail.MissingKeys.AddRange(missing.Missing.Select(property =>
            new ConfigureErrorMissingKeys.Types.MissingKey { Name = $"{package}:{property.Name}", Description = property.Description }));
        return WithDetail(StatusCode.InvalidArgument, missing.Message, Any.Pack(detail));
    }

    private static RpcException WithDetail(StatusCode code, string message, Any detail) =>
        new Status { Code = (int)code, Message = message, Details = { detail } }.ToRpcException();

    // Types and places only. The message of an unforeseen exception may quote a value, and values may be secret.
    private static string BugReport(Exception failure, string call)
    {
        var text = new StringBuilder(
            $"{call} failed because of a bug in the provider plugin, not because of your program. Please report it with this text:");
        for (var cause = failure; cause is not null; cause = cause.InnerException)
        {
            text.Append('\n').Append(cause.GetType().FullName).Append('\n').Append(cause.StackTrace);
        }

        return text.ToString();
    }
}
