namespace Engine.Display;

/// <summary>The words of a step: its sign, what it will do, what it is doing, what it did.</summary>
internal sealed record Words(string Sign, string Plan, string Doing, string Done)
{
    public static Words Of(StepKind kind) => kind switch
    {
        StepKind.Create => new Words("+ ", "create", "creating", "created"),
        StepKind.Update => new Words("~ ", "update", "updating", "updated"),
        StepKind.Delete => new Words("- ", "delete", "deleting", "deleted"),
        StepKind.Replace => new Words("+-", "replace", "replacing", "replaced"),
        StepKind.CreateReplacement => new Words("++", "create replacement", "creating replacement", "created replacement"),
        StepKind.DeleteReplaced => new Words("--", "delete original", "deleting original", "deleted original"),
        StepKind.Read => new Words("> ", "read", "reading", "read"),
        StepKind.Refresh => new Words("~ ", "refresh", "refreshing", "refreshed"),
        StepKind.Import => new Words("= ", "import", "importing", "imported"),
        StepKind.Discard => new Words("< ", "discard", "discarding", "discarded"),
        _ => new Words("  ", "same", "", "unchanged"),
    };
}
