using System.Globalization;
using OvhSimulator.Worlds;

namespace OvhSimulator.Http;

/// <summary>The X-Ovh-QueryID of every answer.</summary>
internal static class QueryIds
{
    public static string Next(World world)
    {
        var number = world.Identifiers.Next("query");
        var noise = world.Identifiers.Mix("query id", number);
        return string.Create(CultureInfo.InvariantCulture, $"EU.sim-1.{(uint)noise:x8}.{number}.{(noise >> 32) & 0xffff:x4}");
    }
}
