using OvhIplb.Provider.Tests.LoadBalancers;

namespace OvhIplb.Provider.Tests.FreeCertificates;

/// <summary>
/// Certificate 5 for a.example, and 6 for that and another name, which lives longer. No order runs, nothing is pending, and both names
/// point to the load balancer.
/// </summary>
internal static class Certificates
{
    public static FakeApi Known(FakeApi api)
    {
        api.Names.On("a.example", FakeNames.Here.ToString()).On("www.a.example", FakeNames.Here.ToString());
        return Listed(api);
    }

    private static FakeApi Listed(FakeApi api) => api
        .OnService("GET", "", $$"""{"serviceName":"{{FakeApi.Service}}","ipLoadbalancing":"{{FakeNames.Here}}","ipv4":"{{FakeNames.Here}}","ipv6":"2001:db8::10"}""")
        .OnService("GET", "/failover", """["192.0.2.10/32"]""")
        .OnService("GET", "/pendingChanges", "[]")
        .OnService("GET", "/ssl?type=built_not_routed", "[]")
        .OnService("GET", "/task?action=orderFreeCertificate&status=doing", "[]")
        .OnService("GET", "/task?action=orderFreeCertificate&status=todo", "[]")
        .OnService("GET", "/ssl/5", """{"id":5,"type":"built","san":["a.example"],"expireDate":"2026-08-01T00:00:00Z"}""")
        .OnService("GET", "/ssl/6", """{"id":6,"type":"built","san":["a.example","www.a.example"],"expireDate":"2026-09-01T00:00:00Z"}""");
}
