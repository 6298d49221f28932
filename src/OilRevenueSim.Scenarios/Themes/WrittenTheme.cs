using System.Collections.Immutable;

namespace OilRevenueSim.Scenarios.Themes;

/// <summary>A theme as a file says it: what is not given is null or empty. Immutable.</summary>
public sealed record WrittenTheme
{
    /// <summary>Name; that of the file where none is given.</summary>
    public required string Name { get; init; }

    /// <summary>What it changes, <c>print</c> or <c>screen</c>.</summary>
    public required string Base { get; init; }

    /// <summary>Colours by key, as <c>#0b4a7f</c>.</summary>
    public required ImmutableSortedDictionary<string, string> Colours { get; init; }

    /// <summary>Colours of categories; empty where none are given.</summary>
    public required ImmutableArray<string> Categories { get; init; }

    /// <summary>The font of running text, the whole file; null where none is given.</summary>
    public required ImmutableArray<byte>? Regular { get; init; }

    /// <summary>The font of titles, the whole file; null where none is given.</summary>
    public required ImmutableArray<byte>? Semibold { get; init; }

    /// <summary>The logo, the whole file; null where none is given.</summary>
    public required ImmutableArray<byte>? Logo { get; init; }

    /// <summary>Where the logo stands, <c>head</c> or <c>foot</c>.</summary>
    public required string LogoPlace { get; init; }
}

/// <summary>What is wrong with a theme that only someone who can draw it sees.</summary>
public enum ThemeFaultKind
{
    /// <summary>A colour that cannot be read on the paper.</summary>
    Unreadable,

    /// <summary>A colour with little contrast, or two that look alike to some readers.</summary>
    Weak,

    /// <summary>A file that is no font.</summary>
    NotAFont,

    /// <summary>A font that lacks letters.</summary>
    LacksLetters,

    /// <summary>A file that is no picture, or too large.</summary>
    NotALogo,
}

/// <summary>One such fault.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Address">Key, e.g. <c>colours.ink</c>, <c>colours.categories[3]</c> or <c>logo.file</c>.</param>
/// <param name="Message">What was found and what was expected.</param>
/// <param name="Hint">What would have worked, or null.</param>
public sealed record ThemeFault(ThemeFaultKind Kind, string Address, string Message, string? Hint = null);

/// <summary>What came of reading a theme: the theme, or every reason why there is none.</summary>
public sealed record ThemeReading
{
    /// <summary>The theme; null if and only if there is at least one error.</summary>
    public required WrittenTheme? Theme { get; init; }

    /// <summary>All findings, in order of line and column.</summary>
    public required ImmutableArray<Diagnostic> Diagnostics { get; init; }
}
