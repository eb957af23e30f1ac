
namespace OvhIplb.Provider.Framework.Resources;

/// <summary>Says to the user what is going on, beside the resource it is about. Never fails, never waits.</summary>
public interface IOperationLog
{
    /// <summary>
    /// What is being done just now; replaced by the next and gone at the end. The same text again is sent once a minute at most.
    /// </summary>
    void Status(string text);

    /// <summary>
    /// As <see cref="Status"/>, with the time that a wait has lasted between <paramref name="text"/> and <paramref name="detail"/>. Time
    /// that passes makes no new text, so a wait may say this as often as it looks.
    /// </summary>
    void Wait(string text, TimeSpan elapsed, string detail = "");

    /// <summary>Stays in the output.</summary>
    void Info(string text);

    /// <summary>Stays in the output, marked as a warning.</summary>
    void Warning(string text);
}
