using System.CommandLine.Completions;
using System.CommandLine.Parsing;

namespace OilRevenueSim.Cli.Completions;

/// <summary>Words that a shell offers for the charts of the result already named on the line.</summary>
internal static class ResultWords
{
    /// <summary>Name of the argument that names the result.</summary>
    public const string ResultArgument = "RESULT";

    /// <summary>Kinds of charts that the result can have.</summary>
    public static IEnumerable<CompletionItem> Kinds(CompletionContext context) =>
        (Named(context) is { } outline ? ChartKinds.All.Where(k => k.WhyNot(outline) is null) : ChartKinds.All)
            .Select(k => k.Name)
            .Append("all")
            .Select(name => new CompletionItem(name));

    /// <summary>What may be chosen of the result.</summary>
    /// <param name="context">Line.</param>
    /// <param name="choice">Name of the choice.</param>
    public static IEnumerable<CompletionItem> Of(CompletionContext context, string choice) =>
        Named(context) is { } outline
            ? ChartKinds
                .All.Where(k => k.WhyNot(outline) is null)
                .SelectMany(k => k.ChoicesOf(outline).Concat(k.Takes))
                .Where(c => c.Name == choice)
                .SelectMany(c => c.Known?.Invoke(outline) ?? [])
                .Distinct(StringComparer.Ordinal)
                .Select(word => new CompletionItem(word))
            : [];

    private static ResultOutline? Named(CompletionContext context)
    {
        var argument = context
            .ParseResult.CommandResult.Children.OfType<ArgumentResult>()
            .FirstOrDefault(a => a.Argument.Name == ResultArgument);
        try
        {
            return argument?.Tokens is [var first, ..] ? SavedResult.Open(first.Value).Outline : null;
        }
        catch (SavedResultException)
        {
            return null;
        }
    }
}
