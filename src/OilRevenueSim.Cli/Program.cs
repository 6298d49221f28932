namespace OilRevenueSim.Cli;

/// <summary>Entry point of <c>oilsim</c>.</summary>
internal static class Program
{
    private static int Main() => 0;
}
