using System.Collections.Concurrent;
using Google.Protobuf;
using Grpc.Core;
using Grpc.Core.Interceptors;

namespace OvhIplb.Provider.WireTests.Engine;

/// <summary>Keeps the text of every answer and error of the plugin, and waits for none for ever.</summary>
internal sealed class AnswerRecorder : Interceptor
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly ConcurrentQueue<(string Method, string Text)> _answers = new();

    public IEnumerable<(string Method, string Text)> Answers => _answers;

    public void Forget() => _answers.Clear();

    public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
        TRequest request, ClientInterceptorContext<TRequest, TResponse> context, AsyncUnaryCallContinuation<TRequest, TResponse> continuation)
    {
        CallOptions options = context.Options.WithDeadline(TimeProvider.System.GetUtcNow().UtcDateTime + Patience);
        AsyncUnaryCall<TResponse> call = continuation(request, new(context.Method, context.Host, options));
        return new AsyncUnaryCall<TResponse>(
            RecordAsync(context.Method.Name, call.ResponseAsync), call.ResponseHeadersAsync, call.GetStatus, call.GetTrailers, call.Dispose);
    }

    private async Task<T> RecordAsync<T>(string method, Task<T> answer)
    {
        try
        {
            T value = await answer;
            _answers.Enqueue((method, value is IMessage message ? JsonFormatter.Default.Format(message) : ""));
            return value;
        }
        catch (RpcException failure)
        {
            // Details of an error are protobuf in a trailer; texts stand in it as they are.
            string trailers = string.Join('\n', failure.Trailers.Select(static trailer =>
                trailer.IsBinary ? System.Text.Encoding.UTF8.GetString(trailer.ValueBytes) : trailer.Value));
            _answers.Enqueue((method, $"{failure.Status.Detail}\n{trailers}"));
            throw;
        }
    }
}
