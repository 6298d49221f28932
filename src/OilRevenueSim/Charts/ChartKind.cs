using System.Collections.Immutable;
using OilRevenueSim.Analysis.Words;
using OilRevenueSim.Reporting;

namespace OilRevenueSim;

/// <summary>A kind of chart: what it is for, what it needs, and how a figure is made of a result. Immutable.</summary>
public sealed record ChartKind
{
    /// <summary>Name, as in <c>--kind fan</c> and in names of files.</summary>
    public required string Name { get; init; }

    /// <summary>What it shows, one line.</summary>
    public required string Purpose { get; init; }

    /// <summary>When to use it, and when not: two sentences of English.</summary>
    public required string WhenToUse { get; init; }

    /// <summary>What a reader chooses; one figure for each of the usual ones where nothing is chosen.</summary>
    public ImmutableArray<ChartChoice> Needs { get; init; } = [];

    /// <summary>What a reader may choose, and need not.</summary>
    public ImmutableArray<ChartChoice> Takes { get; init; } = [];

    /// <summary>Quantities that must be recorded, as in <c>record:</c>, beside what every run records.</summary>
    public ImmutableArray<string> Records { get; init; } = [];

    /// <summary>What a result lacks for this kind and what would give it, or null where it lacks nothing.</summary>
    public Func<ResultOutline, string?> Lacks { get; init; } = _ => null;

    /// <summary>Makes the figure of a run, in a language; null where it is not made of one.</summary>
    public Func<RunResult, ChartRequest, Language, Figure>? FromRun { get; init; }

    /// <summary>Makes the figure of a comparison, in a language; null where it is not made of one.</summary>
    public Func<ComparisonResult, ChartRequest, Language, Figure>? FromComparison { get; init; }

    /// <summary>Makes the figure of a sweep, in a language; null where it is not made of one.</summary>
    public Func<SweepResult, ChartRequest, Language, Figure>? FromSweep { get; init; }

    /// <summary>Why a result cannot have this chart and what would help, or null where it can.</summary>
    /// <param name="outline">What the result holds.</param>
    public string? WhyNot(ResultOutline outline)
    {
        ArgumentNullException.ThrowIfNull(outline);
        if (!IsMadeOf(outline.Form))
        {
            return $"it is made of {MadeOf()}";
        }

        foreach (var need in ChoicesOf(outline))
        {
            if (need is { Known: { } known, WhenNone: { } missing } && known(outline).IsEmpty)
            {
                return missing;
            }
        }

        return Lacks(outline);
    }

    /// <summary>What a reader chooses of a result: <see cref="Needs"/>, and of a comparison whose chart is of one course, which.</summary>
    /// <param name="outline">What the result holds.</param>
    public ImmutableArray<ChartChoice> ChoicesOf(ResultOutline outline)
    {
        ArgumentNullException.ThrowIfNull(outline);
        return outline.Form == ResultForm.Comparison && FromComparison is null
            ? [.. Needs, ChartChoice.AnyCourse]
            : Needs;
    }

    /// <summary>Every figure that a request means, with the name of its file without extension, e.g. <c>fan-islamic-state</c>.</summary>
    /// <param name="outline">What the result holds.</param>
    /// <param name="request">What was chosen.</param>
    /// <exception cref="ArgumentException">A choice is not this kind's, or names nothing; says what would have worked.</exception>
    public ImmutableArray<(string Name, ChartRequest Request)> Figures(ResultOutline outline, ChartRequest request)
    {
        ArgumentNullException.ThrowIfNull(outline);
        ArgumentNullException.ThrowIfNull(request);
        if (WhyNot(outline) is { } reason)
        {
            throw new ArgumentException($"{outline.Scenario.Name} has no chart '{Name}': {reason}.", nameof(request));
        }

        ImmutableArray<ChartChoice> choices = [.. ChoicesOf(outline), .. Takes];
        Check(request, choices);
        ImmutableArray<(string Name, ChartRequest Request)> figures = [(Name, request)];
        foreach (var need in ChoicesOf(outline))
        {
            var words = Words(need, outline, request);
            if (words.IsEmpty)
            {
                continue;
            }

            var known = need.Known?.Invoke(outline) ?? [];
            bool IsNamed(string word) =>
                (need.IsAlwaysNamed || known.Length > 1) && (need.IsFirstNamed || word != known[0]);
            figures =
            [
                .. figures.SelectMany(f =>
                    words.Select(w => (IsNamed(w) ? $"{f.Name}-{Tidy(w)}" : f.Name, f.Request.With(need.Name, w)))
                ),
            ];
        }

        foreach (var made in Takes.Where(t => request[t.Name] is not null))
        {
            Words(made, outline, request);
            figures = [.. figures.Select(f => ($"{f.Name}-{Tidy(request[made.Name]!)}", f.Request))];
        }

        return figures;
    }

    /// <summary>What could be chosen of a result and is not drawn by a request: the words left out of each choice that it does not make.</summary>
    /// <param name="outline">What the result holds.</param>
    /// <param name="request">What was chosen.</param>
    public ImmutableArray<(ChartChoice Choice, ImmutableArray<string> Words)> LeftOut(
        ResultOutline outline,
        ChartRequest request
    )
    {
        ArgumentNullException.ThrowIfNull(outline);
        ArgumentNullException.ThrowIfNull(request);
        var needs = ChoicesOf(outline).Select(c => (Choice: c, Drawn: Words(c, outline, ChartRequest.Any)));
        var takes = Takes.Select(c => (Choice: c, Drawn: c.Usual?.Invoke(outline) ?? []));
        return
        [
            .. needs
                .Concat(takes)
                .Where(c => request[c.Choice.Name] is null)
                .Select(c => (c.Choice, Words: (c.Choice.Known?.Invoke(outline) ?? []).RemoveRange(c.Drawn)))
                .Where(c => !c.Words.IsEmpty),
        ];
    }

    /// <summary>True where every choice made is one that this kind has of the result.</summary>
    /// <param name="outline">What the result holds.</param>
    /// <param name="request">What was chosen.</param>
    public bool Knows(ResultOutline outline, ChartRequest request)
    {
        ArgumentNullException.ThrowIfNull(outline);
        ArgumentNullException.ThrowIfNull(request);
        return ChoicesOf(outline)
            .Concat(Takes)
            .All(c => request[c.Name] is not { } word || c.Known is not { } known || known(outline).Contains(word));
    }

    /// <summary>The figure of a run.</summary>
    /// <param name="run">Run.</param>
    /// <param name="request">One of <see cref="Figures"/>.</param>
    /// <param name="language">Language of what we write.</param>
    /// <exception cref="ArgumentException">The chart cannot be made; says what would help.</exception>
    public Figure Draw(RunResult run, ChartRequest request, Language language) =>
        FromRun is null ? throw NotMadeOf("a run") : Named(FromRun(run, request, language), request);

    /// <summary>The figure of a comparison; of a kind that is made of one run, that of the course chosen.</summary>
    /// <param name="comparison">Comparison.</param>
    /// <param name="request">One of <see cref="Figures"/>.</param>
    /// <param name="language">Language of what we write.</param>
    /// <exception cref="ArgumentException">The chart cannot be made; says what would help.</exception>
    public Figure Draw(ComparisonResult comparison, ChartRequest request, Language language)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        ArgumentNullException.ThrowIfNull(request);
        return FromComparison is { } make
            ? Named(make(comparison, request, language), request)
            // The run of that course has the same numbers, and no choice of a course.
            : Draw(comparison[request.Course], request.Without("course"), language);
    }

    /// <summary>The figure of a sweep.</summary>
    /// <param name="sweep">Sweep.</param>
    /// <param name="request">One of <see cref="Figures"/>.</param>
    /// <param name="language">Language of what we write.</param>
    /// <exception cref="ArgumentException">The chart cannot be made; says what would help.</exception>
    public Figure Draw(SweepResult sweep, ChartRequest request, Language language) =>
        FromSweep is null ? throw NotMadeOf("a sweep") : Named(FromSweep(sweep, request, language), request);

    // Its files carry the command that asks for it.
    private Figure Named(Figure figure, ChartRequest request) => figure.As(Name, request.Arguments);

    // Of a comparison, one course has every chart that its run has.
    private bool IsMadeOf(ResultForm form) =>
        form switch
        {
            ResultForm.Run => FromRun is not null,
            ResultForm.Comparison => FromComparison is not null || FromRun is not null,
            _ => FromSweep is not null,
        };

    private string MadeOf()
    {
        string?[] all =
        [
            FromRun is null ? null : "a run (oilsim run)",
            FromComparison is null ? null : "a comparison of courses (oilsim compare)",
            FromSweep is null ? null : "a sweep (oilsim sweep)",
        ];
        return string.Join(" or ", all.OfType<string>());
    }

    private ArgumentException NotMadeOf(string what) =>
        new($"The chart '{Name}' is made of {MadeOf()}, not of {what}.");

    private void Check(ChartRequest request, ImmutableArray<ChartChoice> choices)
    {
        if (request.Made.FirstOrDefault(made => choices.All(c => c.Name != made)) is { } foreign)
        {
            var all = choices.IsEmpty
                ? "it takes none"
                : $"it takes {string.Join(", ", choices.Select(c => $"--{c.Name}"))}";
            throw new ArgumentException($"The chart '{Name}' takes no --{foreign}; {all}.", nameof(request));
        }
    }

    private ImmutableArray<string> Words(ChartChoice choice, ResultOutline outline, ChartRequest request)
    {
        var known = choice.Known?.Invoke(outline) ?? [];
        if (request[choice.Name] is not { } word)
        {
            return choice.Usual?.Invoke(outline) is { IsEmpty: false } usual ? usual : known;
        }

        return choice.Known is null || known.Contains(word)
            ? [word]
            : throw new ArgumentException(
                Unknown.Word(choice.Name, word, known, $"The chart '{Name}' of {outline.Scenario.Name}"),
                nameof(request)
            );
    }

    private static string Tidy(string word) =>
        string.Concat(word.Select(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.' ? c : '-'));
}
