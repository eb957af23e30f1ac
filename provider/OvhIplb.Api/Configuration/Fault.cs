namespace OvhIplb.Api.Configuration;

/// <summary>One thing that keeps the settings from being complete.</summary>
/// <param name="Setting">The setting, as the provider calls it, for example applicationKey; empty where it is a file.</param>
/// <param name="Reason">What is wrong and what to do; names sources, never values of secrets.</param>
public sealed record Fault(string Setting, string Reason);
