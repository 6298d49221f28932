using System.Buffers.Binary;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace OilRevenueSim.Tests.Studies;

/// <summary>A study of docs/studies, compiled as <c>dotnet run</c> does and run in a process of its own.</summary>
/// <remarks>
/// Compiled here, against the assemblies that the tests stand on: ten builds by the SDK would take minutes. That a reader's command works is
/// tested with the commands of the documentation.
/// </remarks>
internal sealed class StudyRun : IDisposable
{
    private const string Usings =
        "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; "
        + "global using System.Threading; global using System.Threading.Tasks;";

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("study-");

    private StudyRun() { }

    /// <summary>Exit code.</summary>
    public int ExitCode { get; private set; }

    /// <summary>What it printed.</summary>
    public string Output { get; private set; } = "";

    /// <summary>What it complained of.</summary>
    public string Error { get; private set; } = "";

    /// <summary>Pictures it wrote, with what they say of themselves in words.</summary>
    public IReadOnlyList<(string Path, string AltText)> Pictures =>
        Directory.Exists(Path.Combine(folder.FullName, "results"))
            ?
            [
                .. Directory
                    .EnumerateFiles(Path.Combine(folder.FullName, "results"), "*.png", SearchOption.AllDirectories)
                    .Order(StringComparer.Ordinal)
                    .Select(file => (file, AltTextOf(File.ReadAllBytes(file)))),
            ]
            : [];

    /// <summary>Compiles and runs a study where the scenarios lie in <c>scenarios/</c>.</summary>
    /// <param name="name">Name of the file without ending.</param>
    public static StudyRun Of(string name)
    {
        var run = new StudyRun();
        var scenarios = run.folder.CreateSubdirectory("scenarios");
        foreach (var file in Directory.EnumerateFiles(Checkout.PathOf("scenarios"), "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(scenarios.FullName, Path.GetRelativePath(Checkout.PathOf("scenarios"), file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        // Beside the tests, where the assemblies and native libraries of their dependency file are looked for.
        var program = Path.Combine(AppContext.BaseDirectory, $"study-{name}.dll");
        Compile(File.ReadAllText(Checkout.PathOf($"docs/studies/{name}.cs")), $"study-{name}", program);
        run.Execute(program);
        return run;
    }

    /// <inheritdoc />
    public void Dispose() => folder.Delete(recursive: true);

    private static void Compile(string text, string name, string program)
    {
        // What the SDK reads is no C#.
        var code = string.Join(
            '\n',
            text.Split('\n').Select(l => l.StartsWith("#:", StringComparison.Ordinal) ? "" : l)
        );
        var compilation = CSharpCompilation.Create(
            name,
            [CSharpSyntaxTree.ParseText(Usings), CSharpSyntaxTree.ParseText(code)],
            ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
                .Split(Path.PathSeparator)
                .Select(path => MetadataReference.CreateFromFile(path)),
            new CSharpCompilationOptions(
                OutputKind.ConsoleApplication,
                optimizationLevel: OptimizationLevel.Release,
                nullableContextOptions: NullableContextOptions.Enable
            )
        );
        var emitted = compilation.Emit(program);
        var problems = emitted.Diagnostics.Where(d => d.Severity >= DiagnosticSeverity.Warning).ToList();
        Assert.True(emitted.Success && problems.Count == 0, string.Join('\n', problems));
    }

    private void Execute(string program)
    {
        var tests = Path.Combine(AppContext.BaseDirectory, "OilRevenueSim.Tests");
        var start = new ProcessStartInfo(
            "dotnet",
            ["exec", "--depsfile", tests + ".deps.json", "--runtimeconfig", tests + ".runtimeconfig.json", program]
        )
        {
            WorkingDirectory = folder.FullName,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEndAsync();
        if (!process.WaitForExit(Limit))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{Path.GetFileName(program)} ran for {Limit.TotalSeconds:F0} s.");
        }

        (ExitCode, Output, Error) = (process.ExitCode, output.GetAwaiter().GetResult(), error.GetAwaiter().GetResult());
        Output = Output.ReplaceLineEndings("\n");
    }

    // The iTXt chunk "Description": keyword, five bytes of flags and empty language and translation, then UTF-8.
    private static string AltTextOf(byte[] png)
    {
        const string keyword = "Description";
        for (var at = 8; at + 8 < png.Length; )
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at));
            var chunk = png.AsSpan(at + 8, length);
            if (png.AsSpan(at + 4, 4).SequenceEqual("iTXt"u8) && chunk.StartsWith(Encoding.ASCII.GetBytes(keyword)))
            {
                return Encoding.UTF8.GetString(chunk[(keyword.Length + 5)..]);
            }

            at += length + 12;
        }

        throw new InvalidDataException(
            string.Create(CultureInfo.InvariantCulture, $"No description in {png.Length} bytes.")
        );
    }
}
