namespace Quickstart;

/// <summary>Something the user can mend keeps the quickstart from starting; the message says what and how.</summary>
internal sealed class QuickstartException(string message) : Exception(message);
