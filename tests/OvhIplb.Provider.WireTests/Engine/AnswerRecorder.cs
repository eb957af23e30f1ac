using System.Collections.Concurrent;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Pulumirpc;

namespace OvhIplb.Provider.WireTests.Engine;

/// <summary>Keeps the text of every answer and error of the plugin, and waits for none for ever.</summary>
internal sealed class AnswerRecorder : Interceptor
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly TypeRegistry Details = TypeRegistry.FromMessages(
        ErrorResourceInitFailed.Descriptor, InputPropertiesError.Descriptor, ConfigureErrorMissingKeys.Descriptor);

    private readonly ConcurrentQueue<(string Method, string Text)> _answers = new();

    public IEnumerable<(string Method, string Text)> Answers => _answers;

    public void Forget() => _answers.Clear();

    public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
        TRequest request, ClientInterceptorContext<TRequest, TResponse> context, AsyncUnaryCallContinuation<TRequest, TResponse> continuation)
    {
        var options = context.Options.WithDeadline(TimeProvider.System.GetUtcNow().UtcDateTime + Patience);
        var call = continuation(request, new(context.Method, context.Host, options));
        return new AsyncUnaryCall<TResponse>(
            RecordAsync(context.Method.Name, call.ResponseAsync), call.ResponseHeadersAsync, call.GetStatus, call.GetTrailers, call
                .Dispose);
    }

    private async Task<T> RecordAsync<T>(string method, Task<T> answer)
    {
        try
        {
            var value = await answer;
            _answers.Enqueue((method, value is IMessage message ? InTheClear(message) : ""));
            return value;
        }
        catch (RpcException failure)
        {
            _answers.Enqueue((method, $"{failure.Status.Detail}\n{string.Join('\n', DetailsOf(failure).Select(InTheClear))}"));
            throw;
        }
    }

    private static IEnumerable<IMessage> DetailsOf(RpcException failure) => failure.GetRpcStatus() is { } status
        ? status.Details.Select(static detail => detail.Unpack(Details))
        : [];

    /// <summary>All that is not marked secret, which nobody gets to see.</summary>
    private static string InTheClear(IMessage message)
    {
        var json = JsonNode.Parse(JsonFormatter.Default.Format(message));
        Conceal(json);
        return json?.ToJsonString(Readable) ?? "";
    }

    private static void Conceal(JsonNode? node)
    {
        switch (node)
        {
            case JsonArray array:
                array.ToList().ForEach(Conceal);
                break;
            case JsonObject secret when secret[Wire.Signature]?.ToString() == Wire.SecretSignature:
                secret["value"] = "concealed";
                break;
            case JsonObject members:
                members.Select(static member => member.Value).ToList().ForEach(Conceal);
                break;
        }
    }
}
