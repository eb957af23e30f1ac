using System.Collections.Immutable;
using System.Reflection;

namespace Pulumi;

/// <summary>The root of a program's resources. Declare them in the constructor of a class derived from this one.</summary>
public class Stack : ComponentResource
{
    internal const string Type = "pulumi:pulumi:Stack";

    /// <param name="options">The options.</param>
    public Stack(StackOptions? options = null)
        : base(
            Type,
            $"{Deployment.Instance.ProjectName}-{Deployment.Instance.StackName}",
            new ComponentResourceOptions { ResourceTransformations = options?.ResourceTransformations ?? [] })
        => Deployment.Instance.Stack = this;

    /// <summary>Declares what a function declares and takes the outputs it returns.</summary>
    internal Stack(Func<Task<IDictionary<string, object?>>> declare, StackOptions? options)
        : this(options)
    {
        StackOutputs = Output.Create(RunAsync(declare));
        RegisterOutputs(StackOutputs);
    }

    internal Output<IDictionary<string, object?>> StackOutputs { get; private set; }
        = Output.Create<IDictionary<string, object?>>(ImmutableDictionary<string, object?>.Empty);

    /// <summary>Registers the <c>[Output]</c> properties of the program's own classes, which the constructor must have assigned.</summary>
    internal void RegisterPropertyOutputs()
    {
        var outputs = new Dictionary<string, object?>();
        foreach (var property in GetType().GetProperties().Where(property => property.DeclaringType!.IsSubclassOf(typeof(Stack))))
        {
            if (property.GetCustomAttribute<OutputAttribute>() is { } attribute)
            {
                outputs.Add(attribute.Name ?? property.Name, property.GetValue(this));
            }
        }

        var unassigned = outputs.Where(output => output.Value == null).Select(output => output.Key).ToArray();
        if (unassigned.Length > 0)
        {
            throw new RunException(
                $"Output(s) '{string.Join(", ", unassigned)}' have no value assigned. "
                + "[Output] attributed properties must be assigned inside Stack constructor.");
        }

        var mistyped = outputs.Where(output => output.Value is not IOutput).Select(output => output.Key).ToArray();
        if (mistyped.Length > 0)
        {
            throw RunException.OutputsHaveIncorrectType(mistyped);
        }

        StackOutputs = Output.Create<IDictionary<string, object?>>(outputs);
        RegisterOutputs(StackOutputs);
    }

    private static async Task<IDictionary<string, object?>> RunAsync(Func<Task<IDictionary<string, object?>>> declare)
        => (await declare().ConfigureAwait(false)).ToImmutableDictionary();
}
