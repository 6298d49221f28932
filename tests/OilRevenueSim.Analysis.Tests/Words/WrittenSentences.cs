using System.Text;
using System.Text.RegularExpressions;

namespace OilRevenueSim.Analysis.Tests.Words;

/// <summary>Sentences that the code of the library says through a language, read from its source.</summary>
internal static partial class WrittenSentences
{
    /// <summary>English sentences with numbered gaps, each with the file that says it.</summary>
    public static SortedDictionary<string, string> Read()
    {
        var sentences = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(Source(), "*.cs", SearchOption.AllDirectories))
        {
            var text = File.ReadAllText(file);
            foreach (Match call in Call().Matches(text))
            {
                ReadCall(text, call.Index + call.Length, s => sentences.TryAdd(s, Path.GetFileName(file)));
            }
        }

        return sentences;
    }

    /// <summary>Every text between quotes in the source, said through a language or not, with numbered gaps.</summary>
    public static HashSet<string> Literals()
    {
        var literals = new HashSet<string>(StringComparer.Ordinal);
        var built = $"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}";
        foreach (
            var file in Directory
                .EnumerateFiles(Source(), "*.cs", SearchOption.AllDirectories)
                .Where(f => !f.Contains(built, StringComparison.Ordinal))
        )
        {
            var text = File.ReadAllText(file);
            for (var at = 0; at < text.Length; )
            {
                at =
                    Starts(text, at, "//") ? After(text, at, "\n")
                    : Starts(text, at, "\"\"\"") ? After(text, at + 3, "\"\"\"")
                    : Starts(text, at, "@\"") ? After(text, at + 2, "\"")
                    : text[at] == '\'' ? After(text, at + (text[at + 1] == '\\' ? 3 : 2), "'")
                    : text[at] == '"' ? AddLiterals(text, at, literals)
                    : at + 1;
            }
        }

        return literals;
    }

    // A text, and those in its gaps; where it ends.
    private static int AddLiterals(string text, int at, HashSet<string> literals)
    {
        var end = ReadText(text, at, text[at - 1] == '$', out var sentence);
        literals.Add(sentence);
        for (var inner = at + 1; inner < end - 1; )
        {
            inner =
                text[inner] == '\\' ? inner + 2
                : text[inner] == '"' ? AddLiterals(text, inner, literals)
                : inner + 1;
        }

        return end;
    }

    private static bool Starts(string text, int at, string mark) =>
        string.CompareOrdinal(text, at, mark, 0, mark.Length) == 0;

    private static int After(string text, int at, string mark)
    {
        var found = text.IndexOf(mark, at, StringComparison.Ordinal);
        return found < 0 ? text.Length : found + mark.Length;
    }

    /// <summary>Folder of the source.</summary>
    public static string Source()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "OilRevenueSim.sln")))
        {
            folder = folder.Parent!;
        }

        return Path.Combine(folder.FullName, "src");
    }

    // Every text between the brackets of a call; comparisons and further calls may stand around it.
    private static void ReadCall(string text, int at, Action<string> add)
    {
        for (var depth = 1; depth > 0; )
        {
            switch (text[at])
            {
                case '(':
                    depth++;
                    at++;
                    break;
                case ')':
                    depth--;
                    at++;
                    break;
                case '"':
                    at = ReadText(text, at, text[at - 1] == '$', out var sentence);
                    if (sentence.Any(char.IsLetter) || sentence.Contains('{', StringComparison.Ordinal))
                    {
                        add(sentence);
                    }

                    break;
                default:
                    at++;
                    break;
            }
        }
    }

    private static int ReadText(string text, int at, bool isInterpolated, out string sentence)
    {
        var read = new StringBuilder();
        var gaps = 0;
        for (at++; text[at] != '"'; )
        {
            if (text[at] == '\\')
            {
                at = Escape(text, at, read);
            }
            else if (isInterpolated && Starts(text, at, "{{"))
            {
                read.Append('{');
                at += 2;
            }
            else if (text[at] == '{' && isInterpolated)
            {
                at = EndOfGap(text, at);
                read.Append('{').Append(gaps++).Append('}');
            }
            else
            {
                read.Append(text[at++]);
            }
        }

        sentence = read.ToString();
        return at + 1;
    }

    private static int Escape(string text, int at, StringBuilder read)
    {
        if (text[at + 1] == 'u')
        {
            read.Append((char)Convert.ToInt32(text.Substring(at + 2, 4), 16));
            return at + 6;
        }

        read.Append(text[at + 1]);
        return at + 2;
    }

    private static int EndOfGap(string text, int at)
    {
        var depth = 1;
        for (at++; depth > 0; )
        {
            if (text[at] == '"')
            {
                at = ReadText(text, at, text[at - 1] == '$', out _);
                continue;
            }

            depth +=
                text[at] == '{' ? 1
                : text[at] == '}' ? -1
                : 0;
            at++;
        }

        return at;
    }

    [GeneratedRegex(
        "(?:(?:[Ww]ords\\w*|[Ll]anguage|said)\\??\\.|(?<![\\w.]))(?:Word|Say)\\(",
        RegexOptions.None,
        matchTimeoutMilliseconds: 10_000
    )]
    private static partial Regex Call();
}
