namespace OilRevenueSim.Cli.Terminals;

/// <summary>Text in lines of a given width.</summary>
internal static class WordWrap
{
    private const char Glue = '\u00A0';

    // A number and its unit, error or interval stay together.
    private static readonly string[] Glued = [" %", " ± ", " USD", " to "];

    /// <summary>Words that stay together.</summary>
    public static string[] Words(string text)
    {
        foreach (var glued in Glued)
        {
            text = text.Replace(glued, glued.Replace(' ', Glue), StringComparison.Ordinal);
        }

        return [.. text.Split(' ').Select(word => word.Replace(Glue, ' '))];
    }

    /// <summary>Words of a text in lines of at most a width; a longer word has a line of its own.</summary>
    public static List<string> Lines(string text, int width)
    {
        if (text.Length <= width)
        {
            return [text];
        }

        var lines = new List<string>();
        var line = "";
        foreach (var word in Words(text))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                lines.Add(line.TrimEnd());
                line = word;
            }
            else
            {
                line = line.Length == 0 ? word : $"{line} {word}";
            }
        }

        lines.Add(line);
        return lines;
    }
}
