namespace Engine.Steps;

/// <summary>Nothing new is begun because something failed or the user cancelled; whoever did has been told why.</summary>
internal sealed class StoppedException : Exception;
