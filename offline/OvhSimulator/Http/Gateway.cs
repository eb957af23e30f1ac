using Microsoft.AspNetCore.Http;
using OvhSimulator.Authentication;
using OvhSimulator.Control;
using OvhSimulator.Worlds;

namespace OvhSimulator.Http;

/// <summary>
/// What stands around every endpoint: query id, call log, injected faults, authentication, routing, and the writing of the answer.
/// </summary>
internal sealed class Gateway(Simulation simulation, TimeProvider time, Action<AnsweredCall>? observer)
{
    public async Task InvokeAsync(HttpContext context, Routes routes, string root)
    {
        var exchange = new Exchange(context, root) { Body = await ReadBodyAsync(context.Request) };
        var queryId = simulation.Enter(QueryIds.Next);
        var recorded = simulation.Calls.Record(context.Request.Method, exchange.RawTarget[root.Length..], queryId, simulation.Clock.Now);
        var fault = simulation.Enter(world => Fault.Take(world, context.Request.Method, exchange.Path));

        if (fault is not null)
        {
            await Task.Delay(TimeSpan.FromSeconds(fault.DelaySeconds), time, context.RequestAborted);
        }
        var own = fault is null || fault.LetsThrough ? Run(exchange, routes) : null;
        if (fault is { Drop: true })
        {
            context.Abort();
            return;
        }
        if (fault?.Answer is not { } answer)
        {
            answer = own!;
            observer?.Invoke(new(context.Request.Method, exchange.Path, exchange.Query, exchange.Body, answer.Status, answer.Body));
        }
        recorded.Status = answer.Status;
        await WriteAsync(context, answer, queryId);
    }

    private Answer Run(Exchange exchange, Routes routes)
    {
        try
        {
            exchange.Caller = simulation.Enter(world => Authenticator.Authenticate(world, exchange));
            var route = routes.Find(exchange.Request.Method, exchange.Path) ?? throw ApiException.NoSuchUrl();
            return simulation.Enter(world =>
            {
                var call = new Call(world, exchange, route);
                if (route.Action is { } action)
                {
                    call.Demand(action);
                }
                // Serialised while the world is held still: the objects of an answer may be the world's own.
                return Answer.Json(200, route.Handler(call));
            });
        }
        catch (ApiException refusal)
        {
            return refusal.Answer;
        }
        catch (Exception bug)
        {
            return Answer.Json(500, new { Class = "Simulator::Bug", Message = $"This is a bug of the simulator, please report it: {bug}" });
        }
    }

    private static async Task<byte[]> ReadBodyAsync(HttpRequest request)
    {
        using var buffer = new MemoryStream();
        await request.Body.CopyToAsync(buffer, request.HttpContext.RequestAborted);
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
        await context.Response.Body.WriteAsync(answer.Body, context.RequestAborted);
    }
}
