
namespace OvhIplb.Provider.Framework.Resources;

/// <summary>
/// An operation failed and nothing of it is to be kept in the state beyond what was there before.
/// </summary>
/// <param name="message">The object, what went wrong in the API's words, what is kept, and the next step. Shown as it is.</param>
/// <param name="innerException">The cause, not shown.</param>
public sealed class OperationException(string message, Exception? innerException = null) : Exception(message, innerException);
