namespace Engine.Project;

/// <summary>
/// The version of the Pulumi CLI that the embedded engine behaves like: states are stamped with it, and projects may require one.
/// </summary>
internal static class EngineVersion
{
    public const string Text = "v3.259.0";

    public static Version Number { get; } = Version.Parse(Text[1..]);
}
