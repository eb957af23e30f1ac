namespace OvhSimulator.Ips;

/// <summary>How the route of a parked IP is answered.</summary>
public enum ParkedRoute
{
    /// <summary><c>"routedTo": null</c>.</summary>
    Null,

    /// <summary><c>"routedTo": {"serviceName": null}</c>.</summary>
    NullServiceName,

    /// <summary><c>"routedTo": {"serviceName": ""}</c>.</summary>
    EmptyServiceName,
}
