using Microsoft.AspNetCore.Http;
using OvhSimulator.Authentication;
using OvhSimulator.Control;
using OvhSimulator.Worlds;

namespace OvhSimulator.Http;

/// <summary>What stands before every API call: query id, call log, injected faults, authentication, and the writing of the answer.</summary>
internal sealed class Gateway(Simulation simulation, TimeProvider time, Action<AnsweredCall>? observer)
{
    public async Task InvokeAsync(HttpContext context, RequestDelegate next, string root)
    {
        var exchange = new Exchange(context, root) { Body = await ReadBodyAsync(context.Request).ConfigureAwait(false) };
        context.Features.Set(exchange);
        string queryId = simulation.Enter(QueryIds.Next);
        var recorded = simulation.Calls.Record(context.Request.Method, exchange.RawTarget[root.Length..], queryId, simulation.Clock.Now);
        var fault = simulation.Enter(world => Fault.Take(world, context.Request.Method, exchange.Path));

        if (fault is not null)
        {
            await Task.Delay(TimeSpan.FromSeconds(fault.DelaySeconds), time, context.RequestAborted).ConfigureAwait(false);
        }
        if (fault is null || fault.LetsThrough)
        {
            await RunAsync(context, exchange, next).ConfigureAwait(false);
        }
        if (fault is { Drop: true })
        {
            context.Abort();
            return;
        }
        if (fault?.Answer is not { } answer)
        {
            answer = exchange.Answer!;
            observer?.Invoke(new(context.Request.Method, exchange.Path, exchange.Query, exchange.Body, answer.Status, answer.Body));
        }
        recorded.Status = answer.Status;
        await WriteAsync(context, answer, queryId).ConfigureAwait(false);
    }

    private async Task RunAsync(HttpContext context, Exchange exchange, RequestDelegate next)
    {
        try
        {
            exchange.Caller = simulation.Enter(world => Authenticator.Authenticate(world, exchange));
            await next(context).ConfigureAwait(false);
            if (exchange.Answer is null)
            {
                throw ApiException.NoSuchUrl();
            }
        }
        catch (ApiException refusal)
        {
            exchange.Answer = refusal.Answer;
        }
        catch (Exception bug) when (bug is not OperationCanceledException)
        {
            exchange.Answer = Answer.Json(500, new { Class = "Simulator::Bug", Message = $"This is a bug of the simulator, please report it: {bug}" });
        }
    }

    private static async Task<byte[]> ReadBodyAsync(HttpRequest request)
    {
        using var buffer = new MemoryStream();
        await request.Body.CopyToAsync(buffer, request.HttpContext.RequestAborted).ConfigureAwait(false);
        return buffer.ToArray();
    }

    private static async Task WriteAsync(HttpContext context, Answer answer, string queryId)
    {
        context.Response.StatusCode = answer.Status;
        context.Response.ContentType = answer.ContentType;
        context.Response.Headers["X-Ovh-QueryID"] = queryId;
        foreach (var (name, value) in answer.Headers)
        {
            context.Response.Headers[name] = value;
        }
        await context.Response.Body.WriteAsync(answer.Body, context.RequestAborted).ConfigureAwait(false);
    }
}
