using OilRevenueSim.Scenarios.Text;

namespace OilRevenueSim.Scenarios.Reading;

/// <summary>Which theatre an area, a place or a phase belongs to.</summary>
internal sealed class TheatreIndex
{
    private const string Main = "main";
    private readonly Dictionary<string, string> areas;
    private readonly Dictionary<string, string> places;
    private readonly ReadingContext context;

    public TheatreIndex(SectionValues top, ReadingContext context)
    {
        this.context = context;
        areas = top.Sections("areas")
            .ToDictionary(a => a.Identity, a => a.Text("theatre") ?? Main, StringComparer.Ordinal);
        places = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var place in top.Sections("fields").Concat(top.Sections("nodes")))
        {
            places.TryAdd(place.Identity, place.Text("area") ?? "");
        }
    }

    /// <summary>Theatre of an area.</summary>
    public string OfArea(string area) => areas.GetValueOrDefault(area, Main);

    /// <summary>Area of a field, a node or a node's tanks; "" where it is unknown.</summary>
    public string AreaOf(string place) => places.GetValueOrDefault(Untanked(place), "");

    /// <summary>Theatre of the first of some places.</summary>
    public string OfPlaces(IReadOnlyList<string> sorted) => sorted.Count == 0 ? Main : OfArea(AreaOf(sorted[0]));

    /// <summary>A node's name without <c>.tanks</c>.</summary>
    public static string Untanked(string place) =>
        place.EndsWith(".tanks", StringComparison.Ordinal) ? place[..^".tanks".Length] : place;

    /// <summary>The theatre in which a phase of a condition or effect rules: the one named, else its own, else the one that has the phase.</summary>
    public string OfPhase(SectionValues section, string? own)
    {
        var phase = section.Text("phase") ?? "";
        var having = context.Names.TheatresWith(phase);
        if (section.Text("theatre") is { } named)
        {
            if (phase.Length > 0 && !having.Contains(named, StringComparer.Ordinal))
            {
                context.Add(
                    DiagnosticTable.PhaseElsewhere,
                    section.Span("phase"),
                    $"the theatre '{named}' has no phase '{phase}'",
                    $"phases of {named}: {NearestName.Join(context.Names.PhasesOf(named))}"
                );
            }

            return named;
        }

        if (own is not null && having.Contains(own, StringComparer.Ordinal))
        {
            return own;
        }

        if (having.Count > 1)
        {
            context.Add(
                DiagnosticTable.PhaseAmbiguous,
                section.Span("phase"),
                $"several theatres have the phase '{phase}': {NearestName.Join(having)}",
                $"add theatre: {having[0]}"
            );
        }

        return having.Count > 0 ? having[0] : own ?? Main;
    }
}
