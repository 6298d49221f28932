namespace OilRevenueSim.Cli;

/// <summary>Small matters of English.</summary>
internal static class Wording
{
    /// <summary><c>1 path</c>, <c>2 paths</c>, <c>no paths</c>.</summary>
    public static string Count(long number, string noun, string? plural = null) =>
        number == 1 ? $"1 {noun}" : $"{(number == 0 ? "no" : number.ToString("N0"))} {plural ?? noun + "s"}";

    /// <summary>A folder relative to the current one where it lies within, else in full.</summary>
    public static string Place(string folder)
    {
        var shown = Path.GetRelativePath(Directory.GetCurrentDirectory(), folder);
        return shown.StartsWith("..", StringComparison.Ordinal) ? folder : shown;
    }
}
