namespace Engine.Display;

/// <summary>What happens to a resource.</summary>
internal enum StepKind
{
    Same,
    Create,
    Update,
    Delete,
    Replace,
    CreateReplacement,
    DeleteReplaced,
    Read,
    Refresh,
    Import,
    Discard,
}
