using OvhSimulator.Dns;
using OvhSimulator.Http;
using OvhSimulator.Ips;

namespace OvhSimulator;

/// <summary>Behaviour that no source settles; each has a plausible default and can be turned while the simulator runs.</summary>
public sealed class Knobs
{
    /// <summary>How far a timestamp may be from the server's clock, in seconds. Default 180.</summary>
    public long AcceptedClockSkewSeconds { get; set; } = 180;

    /// <summary>Whether an unknown or expired bearer token is answered 401 rather than 403. Default no.</summary>
    public bool InvalidTokenIsUnauthorized { get; set; }

    /// <summary>The message of the 460 that an expired service answers. Default <c>This service is expired</c>.</summary>
    public string ExpiredMessage { get; set; } = "This service is expired";

    /// <summary>How a move or park is refused while one runs on that IP. Default conflict.</summary>
    public Refusal MoveDuringMove { get; set; } = Refusal.Conflict;

    /// <summary>
    /// Whether a move or park to where the IP is already is accepted, its task done at once, rather than refused with 400. Default no.
    /// </summary>
    public bool AcceptMoveToPresentService { get; set; }

    /// <summary>How the route of a parked IP is answered. Default a route whose service name is null.</summary>
    public ParkedRoute ParkedRoute { get; set; } = ParkedRoute.NullServiceName;

    /// <summary>Whether a finished move or park counts as a pending change on the load balancers it touches. Default no.</summary>
    public bool MoveRaisesPendingChanges { get; set; }

    /// <summary>
    /// Whether a refresh is in the way of every other of its load balancer, rather than of those that share a zone with it.
    /// Default no: OVH's control panel starts one for each zone, at once.
    /// </summary>
    public bool OneRefreshAtATime { get; set; }

    /// <summary>How a refresh is refused while one is in its way. Default conflict.</summary>
    public Refusal RefreshDuringRefresh { get; set; } = Refusal.Conflict;

    /// <summary>
    /// Whether a refresh asked for while one is in its way is accepted and changes nothing, its task done at once, rather than
    /// refused as <see cref="RefreshDuringRefresh"/> says. Default no.
    /// </summary>
    public bool AcceptRefreshDuringRefresh { get; set; }

    /// <summary>
    /// Whether a refresh of an invalid configuration is accepted and its task ends in error, rather than refused with 400. Default no.
    /// </summary>
    public bool FailInvalidRefreshes { get; set; }

    /// <summary>Whether a refresh with no body at all is refused with 400. Default no: OVH's own Terraform provider sends none.</summary>
    public bool RefuseRefreshWithoutBody { get; set; }

    /// <summary>Whether a refresh of the zone null is refused with 400. Default no: OVH's old control panel sent it.</summary>
    public bool RefuseRefreshOfNullZone { get; set; }

    /// <summary>How a frontend is refused whose port and addresses another one in the same zone has. Default conflict.</summary>
    public Refusal PortClash { get; set; } = Refusal.Conflict;

    /// <summary>Whether a delivered or renewed certificate counts as a pending change. Default no.</summary>
    public bool CertificateRaisesPendingChanges { get; set; }

    /// <summary>
    /// Whether an order is refused with 400 while a name does not lead to the load balancer. Default no: it is accepted and waits.
    /// </summary>
    public bool RefuseNamesNotPointing { get; set; }

    /// <summary>
    /// Whether an order ends in error at its first look at DNS if a name does not lead to the load balancer. Default no: it waits.
    /// </summary>
    public bool FailOrdersNotPointing { get; set; }

    /// <summary>
    /// Whether an order of names no certificate is issued for (wildcards, duplicates, too many) is accepted and its task
    /// ends in error, rather than refused with 400. Default no.
    /// </summary>
    public bool FailOrdersOfBadNames { get; set; }

    /// <summary>Whether a certificate has another id after its renewal. Default no.</summary>
    public bool RenewalChangesNumber { get; set; }

    /// <summary>Whether a certificate has lost its display name after its renewal. Default no.</summary>
    public bool RenewalDropsDisplayName { get; set; }

    /// <summary>Whether an uploaded certificate counts as a pending change. Default yes.</summary>
    public bool UploadRaisesPendingChanges { get; set; } = true;

    /// <summary>How the upload of a certificate that is there already is refused. Default conflict.</summary>
    public Refusal DuplicateCertificate { get; set; } = Refusal.Conflict;

    /// <summary>Whether DELETE of a certificate ordered through OVH is refused with 403. Default no.</summary>
    public bool RefuseDeleteOfBuiltCertificate { get; set; }

    /// <summary>
    /// Whether DELETE of a certificate that frontends use as default is allowed, and leaves them without one, rather than
    /// refused with 400. Default no.
    /// </summary>
    public bool AllowDeleteOfUsedCertificate { get; set; }

    /// <summary>Whether the type of certificates is answered null, as the schema allows. Default no.</summary>
    public bool CertificateTypeIsNull { get; set; }

    /// <summary>Whether zones are called <c>GRA</c> rather than <c>gra</c>, in answers and in what is accepted. Default no.</summary>
    public bool UpperCaseZoneNames { get; set; }

    /// <summary>The state of every zone, free text in the schema. Default <c>ok</c>.</summary>
    public string ZoneState { get; set; } = "ok";

    /// <summary>Whether GET instancesState, announced to go in 2018, is gone and answers 404. Default no.</summary>
    public bool InstancesStateGone { get; set; }

    /// <summary>Whether GET availableZones, announced to go in 2018, is gone and answers 404. Default no.</summary>
    public bool AvailableZonesGone { get; set; }

    /// <summary>
    /// Whether GET listNatIp, which only an old guide knows, answers the blocks of all zones rather than 404. Default no.
    /// </summary>
    public bool ListNatIpAnswers { get; set; }

    /// <summary>How the DNS server treats queries. Default normal: from the DNS table.</summary>
    public DnsAnswers DnsAnswers { get; set; } = DnsAnswers.Normal;

    /// <summary>Turns a knob by its name, letter case aside, to a value as text: true or false, a number, a name, or any text.</summary>
    /// <exception cref="ArgumentException">There is no such knob, or the value is none of its.</exception>
    internal void Set(string name, string value)
    {
        var knob = Array.Find(typeof(Knobs).GetProperties(), p => p.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            ?? throw new ArgumentException($"There is no knob '{name}'.");
        knob.SetValue(
            this,
            Parse(knob.PropertyType, value) ?? throw new ArgumentException($"'{value}' is no value of the knob '{knob.Name}'."));
    }

    private static object? Parse(Type type, string text)
    {
        if (type.IsEnum)
        {
            return Enum.TryParse(type, text, ignoreCase: true, out var choice) && Enum.IsDefined(type, choice) ? choice : null;
        }
        try
        {
            return Convert.ChangeType(text, type, System.Globalization.CultureInfo.InvariantCulture);
        }
        catch (Exception odd) when (odd is FormatException or OverflowException)
        {
            return null;
        }
    }
}
