namespace OvhIplb.Provider.Resources;

/// <summary>Says to the user what is going on, beside the resource it is about. Never fails, never waits.</summary>
public interface IOperationLog
{
    /// <summary>What is being done just now; replaced by the next and gone at the end.</summary>
    void Status(string text);

    /// <summary>Stays in the output.</summary>
    void Info(string text);

    /// <summary>Stays in the output, marked as a warning.</summary>
    void Warning(string text);
}
