using Engine.Project;

namespace Engine.Configuration;

/// <summary>Completes a stack's configuration by what the project declares of it, and holds it to that.</summary>
internal static class DeclaredValues
{
    /// <summary>
    /// Adds defaults to the values, and what is declared secret to the secret keys; answers what the real engine would not take.
    /// </summary>
    /// <exception cref="UserException">
    /// Values are missing, or of another type than declared. A program in YAML is left to say so itself.
    /// </exception>
    public static IEnumerable<string> Apply(ProjectFile project, string path, IDictionary<string, string> values, ISet<string> secretKeys)
    {
        var problems = new List<string>();
        var notices = new List<string>();
        foreach (var declared in project.Configuration)
        {
            if (!values.TryGetValue(declared.Key, out var value))
            {
                if (declared.Default is null)
                {
                    problems.Add($"{path}: {declared.Key} has no value, and the project declares no default");
                    continue;
                }

                values[declared.Key] = Yaml.Configuration(declared.Default);
            }
            else if (declared.Type?.HoldsText(value) == false)
            {
                // The value is not shown: it may be secret.
                problems.Add($"{path}: {declared.Key} is not of type {declared.Type}, as the project declares it");
            }
            else if (declared.Secret && !secretKeys.Contains(declared.Key))
            {
                notices.Add($"{path}: {declared.Key} is in the clear, and the project declares it secret: the Pulumi CLI refuses that");
            }

            if (declared.Secret)
            {
                secretKeys.Add(declared.Key);
            }
        }

        return problems.Count > 0 && !project.IsYamlProgram ? throw new UserException(string.Join('\n', problems)) : notices;
    }
}
