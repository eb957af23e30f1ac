namespace OvhSimulator.Dns;

/// <summary>Types of records that have a name here, by their numbers in packets.</summary>
internal enum RecordType
{
    A = 1,
    NS = 2,
    CNAME = 5,
    SOA = 6,
    PTR = 12,
    MX = 15,
    TXT = 16,
    AAAA = 28,
    SRV = 33,
    OPT = 41,
    HTTPS = 65,
    ANY = 255,
    CAA = 257,
}
