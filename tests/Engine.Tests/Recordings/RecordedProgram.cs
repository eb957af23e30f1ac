using Engine.Plugins;
using Engine.Programs;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.Core;
using Pulumirpc;

namespace Engine.Tests.Recordings;

/// <summary>
/// A program that sends what the recorded one sent, each request after the answers that had come before it, and compares the
/// answers.
/// </summary>
/// <param name="conversation">What is sent, and where the requests are noted.</param>
/// <param name="ids">The ids our engine made up, by the recorded ones; kept from command to command.</param>
internal sealed class RecordedProgram(Conversation conversation, Dictionary<string, string> ids) : IProgram
{
    public Task PrepareAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task<int> RunAsync(RunRequest request, CancellationToken cancellationToken)
    {
        using var channel = Channel.To(request.EngineAddress);
        var invoker = channel.CreateCallInvoker();
        var running = new Dictionary<int, Task<byte[]>>();
        try
        {
            foreach (var line in conversation.Lines.Where(line => line.Service == "ResourceMonitor"))
            {
                var method = ResourceReflection.Descriptor.Services.Single(service => service.Name == "ResourceMonitor")
                    .FindMethodByName(line.Name);
                if (line.IsRequest)
                {
                    var message = Wire.Parse(line.Body!, method.InputType.Parser, id => ids.GetValueOrDefault(id, id));
                    running[line.Call] = CallAsync(invoker, method, message.ToByteArray(), cancellationToken);
                    conversation.Seen(line);
                }
                else if (line.Body is not null)
                {
                    Compare(line, method.OutputType.Parser.ParseFrom(await running[line.Call]), method.OutputType.Parser);
                }
            }

            // What was not answered then ends with the program.
            await Task.WhenAll(running.Values);
            return 0;
        }
        catch (RpcException) when (cancellationToken.IsCancellationRequested)
        {
            return 130;
        }
    }

    private static async Task<byte[]> CallAsync(
        CallInvoker invoker,
        MethodDescriptor method,
        byte[] request,
        CancellationToken cancellationToken)
    {
        var bytes = Marshallers.Create(data => data, data => data);
        var call = new Method<byte[], byte[]>(MethodType.Unary, method.Service.FullName, method.Name, bytes, bytes);
        using var answer = invoker.AsyncUnaryCall(call, null, new CallOptions(cancellationToken: cancellationToken), request);
        return await answer;
    }

    private void Compare(Line recorded, IMessage answer, MessageParser parser)
    {
        foreach ((var then, var now) in Wire.IdsIn(recorded.Body!.ToJsonString()).Zip(Wire.IdsIn(JsonFormatter.Default.Format(answer))))
        {
            ids[then] = now;
        }

        var expected = Wire.Comparable(recorded.Body!, parser);
        var actual = Wire.Comparable(answer);
        if (expected != actual && recorded.Name != "SupportsFeature")
        {
            conversation.Differences.Enqueue($"answer to {recorded.Name}\n  recorded {expected}\n  given    {actual}");
        }
    }
}
