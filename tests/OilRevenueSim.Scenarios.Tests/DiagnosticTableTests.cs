namespace OilRevenueSim.Scenarios.Tests;

public sealed class DiagnosticTableTests
{
    /// <summary>Codes that need a file on disk; FileDiagnosticTests causes them.</summary>
    private static readonly string[] NeedFiles = ["ORS1001", "ORS1002", "ORS1003", "ORS1004", "ORS1006"];

    [Fact]
    public void Every_code_has_a_failing_example()
    {
        var covered = DiagnosticExamples
            .All.Select(e => e.Code)
            .Concat(PriceHistoryExamples.All.Select(e => e.Code))
            .Concat(ThemeExamples.All.Select(e => e.Code))
            .Concat(NeedFiles)
            .ToHashSet(StringComparer.Ordinal);
        Assert.Equal([], DiagnosticTable.All.Select(r => r.Code).Where(c => !covered.Contains(c)));
        Assert.Equal([], covered.Except(DiagnosticTable.All.Select(r => r.Code), StringComparer.Ordinal));
    }

    [Fact]
    public void Codes_are_unique_and_rules_say_what_they_mean()
    {
        Assert.Equal(
            DiagnosticTable.All.Length,
            DiagnosticTable.All.Select(r => r.Code).Distinct(StringComparer.Ordinal).Count()
        );
        Assert.All(DiagnosticTable.All, r => Assert.True(r.Title.Length > 5 && r.Example.Length > 1, r.Code));
        Assert.Equal(
            DiagnosticTable.All.Select(r => r.Code).Order(StringComparer.Ordinal),
            DiagnosticTable.All.Select(r => r.Code)
        );
    }

    public static TheoryData<int> Examples() => [.. Enumerable.Range(0, DiagnosticExamples.All.Count)];

    [Theory]
    [MemberData(nameof(Examples))]
    public void Mistake_is_found_with_its_place_and_a_hint(int index)
    {
        var example = DiagnosticExamples.All[index];
        var reading = example.Read();
        var all = string.Join("\n", reading.Diagnostics.Select(d => d.Render()));
        var found = reading.Diagnostics.FirstOrDefault(d =>
            d.Code == example.Code && (d.Message + " " + d.Hint).Contains(example.Says, StringComparison.Ordinal)
        );
        Assert.True(found is not null, $"{example.Code} with '{example.Says}' was expected, found:\n{all}");
        Assert.True(found.Line >= 1 && found.Column >= 1 && found.Length >= 1, all);
        Assert.Equal(reading.Diagnostics.Any(d => d.Severity == Severity.Error), reading.Scenario is null);
        if (found.Severity == Severity.Warning)
        {
            Assert.Contains(
                reading.Scenario?.Warnings ?? [example.Code],
                w => w.StartsWith(example.Code, StringComparison.Ordinal)
            );
        }

        // Nothing but the mistake itself is reported, except where one mistake entails another.
        Assert.True(reading.Diagnostics.Count(d => d.Severity == Severity.Error) <= 4, all);
    }
}
