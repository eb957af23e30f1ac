using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace EndToEnd.Documentation;

/// <summary>Compiles a stack program against what the quickstart is built with.</summary>
internal static class StackCompiler
{
    private static readonly string Quickstart = Paths.Program("QuickstartStack");

    /// <summary>What the quickstart stands on.</summary>
    private static readonly string[] Libraries =
        [.. Directory.EnumerateFiles(Path.GetDirectoryName(Quickstart)!, "*.dll").Where(static file => file != Quickstart)];

    private static readonly Lazy<MetadataReference[]> References = new(static () =>
    [
        .. Directory.EnumerateFiles(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "*.dll").Where(IsManaged)
            .Concat(Libraries)
            .Select(static file => MetadataReference.CreateFromFile(file)),
    ]);

    /// <summary>That the SDK is built for an older framework than the program, which the .NET SDK has the compiler ignore too.</summary>
    private static readonly Dictionary<string, ReportDiagnostic> Unheeded = new() { ["CS1701"] = ReportDiagnostic.Suppress };

    /// <summary>What the compiler has to say; nothing where the program is well.</summary>
    public static string[] Diagnose(string source) => Said(Compile(source).GetDiagnostics(TestContext.Current.CancellationToken));

    /// <summary>Builds a program that <c>dotnet</c> runs.</summary>
    /// <param name="source">The program.</param>
    /// <param name="folder">Where to put it, with all that it needs.</param>
    /// <returns>The program's assembly.</returns>
    public static string Build(string source, string folder)
    {
        foreach (var file in Libraries)
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        }

        var program = Path.Combine(folder, "Snippet.dll");
        File.Copy(Path.ChangeExtension(Quickstart, ".runtimeconfig.json"), Path.ChangeExtension(program, ".runtimeconfig.json"));
        var result = Compile(source).Emit(program, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Empty(Said(result.Diagnostics));
        return program;
    }

    private static CSharpCompilation Compile(string source) => CSharpCompilation.Create(
        "Snippet",
        [CSharpSyntaxTree.ParseText(
            source,
            new CSharpParseOptions(LanguageVersion.Latest),
            cancellationToken: TestContext.Current.CancellationToken)],
        References.Value,
        new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable)
            .WithSpecificDiagnosticOptions(Unheeded));

    private static string[] Said(IEnumerable<Diagnostic> diagnostics) =>
        [.. diagnostics.Where(static one => one.Severity >= DiagnosticSeverity.Warning).Select(static one => one.ToString())];

    private static bool IsManaged(string file)
    {
        var name = Path.GetFileName(file);
        return name is "mscorlib.dll" or "netstandard.dll" or "System.dll"
            || (name.StartsWith("System.", StringComparison.Ordinal) && !name.Contains("Native", StringComparison.Ordinal))
            || name.StartsWith("Microsoft.Win32.", StringComparison.Ordinal);
    }
}
