using System.Collections.Concurrent;
using Engine.Values;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Pulumirpc;

namespace Engine.Tests.Fakes;

/// <summary>
/// A provider of one resource type, <c>fake:index:Thing</c>, that keeps every request. An object echoes its inputs, decides a
/// <c>serial</c>, and is replaced when its <c>name</c> changes. What a test wants otherwise it hooks in.
/// </summary>
public sealed class FakeProvider : ResourceProvider.ResourceProviderBase
{
    private int _serial;

    /// <summary>Every call in the order of its arrival: the method and the request.</summary>
    public ConcurrentQueue<(string Method, IMessage Request)> Calls { get; } = new();

    public Func<CreateRequest, CreateResponse?> OnCreate { get; set; } = _ => null;

    public Func<UpdateRequest, UpdateResponse?> OnUpdate { get; set; } = _ => null;

    public Func<ReadRequest, ReadResponse?> OnRead { get; set; } = _ => null;

    public Func<CheckRequest, CheckResponse?> OnCheck { get; set; } = _ => null;

    public Func<DiffRequest, DiffResponse?> OnDiff { get; set; } = _ => null;

    public Func<DiffRequest, DiffResponse?> OnDiffConfig { get; set; } = _ => null;

    public Action<DeleteRequest> OnDelete { get; set; } = _ => { };

    public Action<ConfigureRequest> OnConfigure { get; set; } = _ => { };

    public Func<InvokeRequest, InvokeResponse?> OnInvoke { get; set; } = _ => null;

    /// <summary>The methods called since the last <see cref="Forget"/>, of those named or of all.</summary>
    public string[] Methods(params string[] wanted) =>
        [.. Calls.Select(call => call.Method).Where(method => wanted.Length == 0 || wanted.Contains(method))];

    public IReadOnlyList<T> Requests<T>(string method)
        where T : IMessage => [.. Calls.Where(call => call.Method == method).Select(call => (T)call.Request)];

    public void Forget() => Calls.Clear();

    public override Task<ProviderHandshakeResponse> Handshake(ProviderHandshakeRequest request, ServerCallContext context) =>
        Answer("Handshake", request, new ProviderHandshakeResponse { AcceptSecrets = true, AcceptResources = true, AcceptOutputs = true });

    public override Task<PluginInfo> GetPluginInfo(Empty request, ServerCallContext context) =>
        Answer("GetPluginInfo", request, new PluginInfo { Version = "1.2.3" });

    public override Task<GetSchemaResponse> GetSchema(GetSchemaRequest request, ServerCallContext context) =>
        Answer("GetSchema", request, new GetSchemaResponse { Schema = FakeSchema.Text });

    public override Task<CheckResponse> CheckConfig(CheckRequest request, ServerCallContext context) =>
        Answer("CheckConfig", request, new CheckResponse { Inputs = request.News });

    public override Task<DiffResponse> DiffConfig(DiffRequest request, ServerCallContext context) =>
        Answer("DiffConfig", request, OnDiffConfig(request) ?? new DiffResponse { Changes = DiffResponse.Types.DiffChanges.DiffNone });

    public override Task<ConfigureResponse> Configure(ConfigureRequest request, ServerCallContext context)
    {
        Calls.Enqueue(("Configure", request));
        OnConfigure(request);
        return Task.FromResult(
            new ConfigureResponse { AcceptSecrets = true, SupportsPreview = true, AcceptResources = true, AcceptOutputs = true });
    }

    public override Task<CheckResponse> Check(CheckRequest request, ServerCallContext context) =>
        Answer("Check", request, OnCheck(request) ?? new CheckResponse { Inputs = request.News });

    public override Task<DiffResponse> Diff(DiffRequest request, ServerCallContext context)
    {
        Calls.Enqueue(("Diff", request));
        if (OnDiff(request) is { } given)
        {
            return Task.FromResult(given);
        }

        var diff = new DiffResponse { Changes = DiffResponse.Types.DiffChanges.DiffNone, HasDetailedDiff = true };
        foreach (var key in request.OldInputs.Fields.Keys.Union(request.News.Fields.Keys))
        {
            if (!Equals(Field(request.OldInputs, key), Field(request.News, key)))
            {
                diff.Changes = DiffResponse.Types.DiffChanges.DiffSome;
                diff.Diffs.Add(key);
                var replaces = key == "name";
                if (replaces)
                {
                    diff.Replaces.Add(key);
                }

                diff.DetailedDiff[key] = new PropertyDiff
                {
                    Kind = replaces ? PropertyDiff.Types.Kind.UpdateReplace : PropertyDiff.Types.Kind.Update,
                    InputDiff = true,
                };
            }
        }

        return Task.FromResult(diff);
    }

    public override Task<CreateResponse> Create(CreateRequest request, ServerCallContext context)
    {
        Calls.Enqueue(("Create", request));
        if (OnCreate(request) is { } given)
        {
            return Task.FromResult(given);
        }

        var outputs = request.Properties.Clone();
        var serial = request.Preview ? 0 : Interlocked.Increment(ref _serial);
        outputs.Fields["serial"] = request.Preview ? Value.ForString(Sentinels.Unknown) : Value.ForNumber(serial);
        return Task.FromResult(new CreateResponse { Id = request.Preview ? "" : $"{request.Name}-{serial}", Properties = outputs });
    }

    public override Task<ReadResponse> Read(ReadRequest request, ServerCallContext context) =>
        Answer(
            "Read",
            request,
            OnRead(request) ?? new ReadResponse { Id = request.Id, Properties = request.Properties, Inputs = request.Inputs });

    public override Task<UpdateResponse> Update(UpdateRequest request, ServerCallContext context)
    {
        Calls.Enqueue(("Update", request));
        if (OnUpdate(request) is { } given)
        {
            return Task.FromResult(given);
        }

        var outputs = request.News.Clone();
        outputs.Fields["serial"] = Field(request.Olds, "serial") ?? Value.ForNull();
        return Task.FromResult(new UpdateResponse { Properties = outputs });
    }

    public override Task<Empty> Delete(DeleteRequest request, ServerCallContext context)
    {
        Calls.Enqueue(("Delete", request));
        OnDelete(request);
        return Task.FromResult(new Empty());
    }

    public override Task<InvokeResponse> Invoke(InvokeRequest request, ServerCallContext context) =>
        Answer("Invoke", request, OnInvoke(request) ?? new InvokeResponse { Return = request.Args });

    public override Task<Empty> Cancel(Empty request, ServerCallContext context) => Answer("Cancel", request, new Empty());

    private static Value? Field(Struct values, string key) => values.Fields.TryGetValue(key, out var value) ? value : null;

    private Task<T> Answer<T>(string method, IMessage request, T response)
    {
        Calls.Enqueue((method, request));
        return Task.FromResult(response);
    }
}
