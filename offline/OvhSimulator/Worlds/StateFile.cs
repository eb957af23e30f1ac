using System.Text.Json;

namespace OvhSimulator.Worlds;

/// <summary>The world on disk. A reader sees the old file or the new one, never half of either.</summary>
internal sealed class StateFile(string path)
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public SavedWorld? Load()
    {
        if (!File.Exists(path))
        {
            return null;
        }
        try
        {
            return JsonSerializer.Deserialize<SavedWorld>(File.ReadAllBytes(path), Format)
                ?? throw new InvalidDataException($"The simulator's state file {path} is empty; delete it to begin anew.");
        }
        // The latter is what records say to values that do not go together.
        catch (Exception error) when (error is JsonException or ArgumentException)
        {
            throw new InvalidDataException(
                $"The simulator's state file {path} is not one it wrote ({error.Message}); delete it to begin anew.", error);
        }
    }

    public void Save(SavedWorld saved)
    {
        var directory = Path.GetDirectoryName(Path.GetFullPath(path))!;
        Directory.CreateDirectory(directory);
        var beside = path + ".new";
        File.WriteAllBytes(beside, JsonSerializer.SerializeToUtf8Bytes(saved, Format));
        File.Move(beside, path, overwrite: true);
    }
}
