using OvhIplb.Provider.Framework.Resources;
using OvhIplb.Provider.Framework.Schema;

namespace OvhIplb.Provider.Framework.Rpc;

/// <summary>The plugin's command line: serve a package, or print its schema.</summary>
public static class Plugin
{
    /// <param name="package">What is served.</param>
    /// <param name="arguments">
    /// What the process was started with: the engine's address and options that do nothing, or <c>--schema</c>.
    /// </param>
    /// <returns>The exit code: 0 also where a signal ended it.</returns>
    public static async Task<int> RunAsync(IPackage package, string[] arguments)
    {
        var commandLine = CommandLine.Parse(arguments);
        var output = Console.Out;
        // Whatever anything else may print: standard output belongs to the port.
        Console.SetOut(Console.Error);
        if (commandLine.PrintSchema)
        {
            await output.WriteAsync(PackageSchema.Write(
                package.Declaration,
                package.Resources.Select(static resource => resource.Declaration),
                package.Functions.Select(static function => function.Declaration)));
            return 0;
        }

        await Server.RunAsync(package, commandLine.EngineAddress, output, TimeProvider.System);
        return 0;
    }
}
