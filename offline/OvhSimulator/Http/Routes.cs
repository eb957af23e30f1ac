using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using OvhSimulator.Worlds;

namespace OvhSimulator.Http;

/// <summary>Where endpoints are declared. A handler runs alone on the world and answers an object, or null for OVH's void.</summary>
internal sealed class Routes(IEndpointRouteBuilder endpoints, Simulation simulation)
{
    public void Get(string path, Func<Call, object?> handler) => Map(HttpMethods.Get, path, handler);

    public void Post(string path, Func<Call, object?> handler) => Map(HttpMethods.Post, path, handler);

    public void Put(string path, Action<Call> handler) => Map(HttpMethods.Put, path, Void(handler));

    public void Delete(string path, Action<Call> handler) => Map(HttpMethods.Delete, path, Void(handler));

    private void Map(string method, string path, Func<Call, object?> handler) =>
        endpoints.MapMethods(path, [method], context =>
        {
            var exchange = context.Features.GetRequiredFeature<Exchange>();
            // Serialised while the world is held still: the objects of an answer may be the world's own.
            exchange.Answer = simulation.Enter(world => Answer.Json(200, handler(new Call(world, exchange, simulation.Clock.Wall))));
            return Task.CompletedTask;
        });

    private static Func<Call, object?> Void(Action<Call> handler) => call =>
    {
        handler(call);
        return null;
    };
}
