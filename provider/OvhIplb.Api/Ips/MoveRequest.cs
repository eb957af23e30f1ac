namespace OvhIplb.Api.Ips;

internal sealed record MoveRequest(string To);
