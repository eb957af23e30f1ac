namespace Engine;

/// <summary>How many resources, the stack among them, each kind of step happened to; in a preview, will happen to.</summary>
public sealed record StepCounts(int Created, int Imported, int Updated, int Replaced, int Deleted, int Unchanged);
