using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using OvhSimulator.Worlds;

namespace OvhSimulator.Http;

/// <summary>
/// Where endpoints are declared: path, the IAM action a service account needs (null for none), and a handler, which runs
/// alone on the world and answers an object, or null for OVH's void.
/// </summary>
internal sealed class Routes(IEndpointRouteBuilder endpoints, Simulation simulation)
{
    public void Get(string path, string? action, Func<Call, object?> handler) => Map(HttpMethods.Get, path, action, handler);

    public void Post(string path, string? action, Func<Call, object?> handler) => Map(HttpMethods.Post, path, action, handler);

    public void Put(string path, string action, Action<Call> handler) => Map(HttpMethods.Put, path, action, Void(handler));

    public void Delete(string path, string action, Action<Call> handler) => Map(HttpMethods.Delete, path, action, Void(handler));

    private void Map(string method, string path, string? action, Func<Call, object?> handler) =>
        endpoints.MapMethods(path, [method], context =>
        {
            var exchange = context.Features.GetRequiredFeature<Exchange>();
            // Serialised while the world is held still: the objects of an answer may be the world's own.
            exchange.Answer = simulation.Enter(world =>
            {
                var call = new Call(world, exchange);
                if (action is not null)
                {
                    call.Demand(action);
                }
                return Answer.Json(200, handler(call));
            });
            return Task.CompletedTask;
        });

    private static Func<Call, object?> Void(Action<Call> handler) => call =>
    {
        handler(call);
        return null;
    };
}
