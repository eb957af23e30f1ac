namespace OvhSimulator.Ips;

/// <summary>Which datacentres an IP can be moved between.</summary>
internal static class Regions
{
    /// <summary>Where IPs and zones of load balancers can be had.</summary>
    public static readonly string[] Datacentres = ["bhs", "gra", "rbx", "sbg"];

    private static readonly string[] Interchangeable = ["gra", "rbx", "sbg"];

    public static bool Reaches(string from, string to) => from == to || (Interchangeable.Contains(from) && Interchangeable.Contains(to));

    /// <summary>The region's name in answers.</summary>
    public static string Name(string datacentre) => datacentre switch
    {
        "bhs" => "ca-east-bhs",
        _ => $"eu-west-{datacentre}",
    };
}
