namespace OvhIplb.Api.Certificates;

internal sealed record RenameRequest(string DisplayName);
