namespace Engine.Programs;

/// <summary>Finds programs in the folders of the PATH.</summary>
internal static class SearchPath
{
    /// <summary>The file of a program, absolute, or null where there is none.</summary>
    /// <param name="name">The program, without the ending it has on Windows.</param>
    /// <param name="environment">Variables that go before those of this process.</param>
    public static string? Find(string name, IReadOnlyDictionary<string, string> environment)
    {
        var path = environment.TryGetValue("PATH", out var given) ? given : Environment.GetEnvironmentVariable("PATH") ?? "";
        return path.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            // Windows takes folders in quotes, and values from a file may keep the quotes of that file.
            .Select(static folder => folder.Trim('"'))
            .Select(folder => Path.GetFullPath(Path.Combine(folder, FileOf(name))))
            .FirstOrDefault(File.Exists);
    }

    /// <summary>What the file of a program is called on this machine.</summary>
    public static string FileOf(string name) => OperatingSystem.IsWindows() ? $"{name}.exe" : name;
}
