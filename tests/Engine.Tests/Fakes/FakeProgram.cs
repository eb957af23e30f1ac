using Engine.Plugins;
using Engine.Programs;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Grpc.Net.Client;
using Pulumirpc;

namespace Engine.Tests.Fakes;

/// <summary>A program in this process: a client of the engine's monitor that does what a test says.</summary>
internal sealed class FakeProgram(Func<FakeProgram.Client, Task> body) : IProgram
{
    public Task PrepareAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task<int> RunAsync(RunRequest request, CancellationToken cancellationToken)
    {
        using var channel = Channel.To(request.EngineAddress);
        var client = new Client(channel, request, cancellationToken);
        try
        {
            await client.StartAsync();
            await body(client);
            await client.Monitor.SignalAndWaitForShutdownAsync(new Empty(), cancellationToken: cancellationToken);
            return 0;
        }
        catch (RpcException) when (cancellationToken.IsCancellationRequested)
        {
            return 130;
        }
    }

    /// <summary>What a program's SDK does, as far as tests need it.</summary>
    internal sealed class Client(GrpcChannel channel, RunRequest request, CancellationToken cancellationToken)
    {
        public ResourceMonitor.ResourceMonitorClient Monitor { get; } = new(channel);

        public RunRequest Run => request;

        public string StackUrn { get; private set; } = "";

        public async Task StartAsync()
        {
            var stack = await Monitor.RegisterResourceAsync(
                new RegisterResourceRequest
                {
                    Type = "pulumi:pulumi:Stack",
                    Name = $"{request.Project}-{request.Stack}",
                    Object = new Struct(),
                    AcceptSecrets = true,
                },
                cancellationToken: cancellationToken);
            StackUrn = stack.Urn;
        }

        public async Task<RegisterResourceResponse> ThingAsync(
            string name, object inputs, Action<RegisterResourceRequest>? options = null)
        {
            var registration = new RegisterResourceRequest
            {
                Type = "fake:index:Thing",
                Name = name,
                Parent = StackUrn,
                Custom = true,
                Object = Literal.Struct(inputs),
                Version = "1.2.3",
                AcceptSecrets = true,
                AcceptResources = true,
                SupportsResultReporting = true,
            };
            foreach (var key in registration.Object.Fields.Keys)
            {
                registration.PropertyDependencies[key] = new RegisterResourceRequest.Types.PropertyDependencies();
            }

            options?.Invoke(registration);
            return await Monitor.RegisterResourceAsync(registration, cancellationToken: cancellationToken);
        }

        public async Task OutputsAsync(object outputs) => await Monitor.RegisterResourceOutputsAsync(
            new RegisterResourceOutputsRequest { Urn = StackUrn, Outputs = Literal.Struct(outputs) }, cancellationToken: cancellationToken);
    }
}
