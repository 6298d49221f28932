using System.Diagnostics.CodeAnalysis;

/// <summary>Runs in a child process before its program, by the name that .NET looks for: lists at the end what was loaded.</summary>
[SuppressMessage("Design", "MA0047:Declare types in namespaces", Justification = "The name that .NET looks for.")]
internal static class StartupHook
{
    /// <summary>Environment variable with the file to write.</summary>
    public const string ListVariable = "OILSIM_TEST_ASSEMBLIES";

    public static void Initialize() =>
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
            File.WriteAllLines(
                Environment.GetEnvironmentVariable(ListVariable)!,
                AppDomain.CurrentDomain.GetAssemblies().Select(a => a.GetName().Name!)
            );
}
