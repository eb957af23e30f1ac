namespace Engine.State;

/// <summary>Keeps two commands from changing one state at once.</summary>
internal sealed class StateLock : IDisposable
{
    private readonly FileStream _file;

    private StateLock(FileStream file) => _file = file;

    /// <exception cref="UserException">Another command is at work on the state.</exception>
    public static StateLock Take(string statePath)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(statePath)!);
        var path = statePath + ".lock";
        try
        {
            return new StateLock(
                new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose));
        }
        catch (IOException error)
        {
            throw new UserException($"the stack is currently locked by another command ({path})", error);
        }
    }

    public void Dispose() => _file.Dispose();
}
