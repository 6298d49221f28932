namespace OilRevenueSim.Scenarios.Tests;

public sealed class MessageSnapshotTests
{
    /// <summary>The ten mistakes that an analyst makes first.</summary>
    private static readonly (string Mistake, string Find, string Replace)[] Mistakes =
    [
        ("a key misspelt", "    holder: guards", "    hodler: guards"),
        ("an actor misspelt", "    holder: guards", "    holder: gaurds"),
        ("a bare number", "capacity: 360 kb/d", "capacity: 360"),
        ("a wrong unit", "capacity: 360 kb/d", "capacity: 360 kbpd"),
        ("a price in place of a flow", "capacity: 360 kb/d", "capacity: 360 USD/bbl"),
        ("an interval that touches zero", "condition: uniform 0% to 15%", "condition: 0% to 15%"),
        ("a share above the whole", "condition: uniform 0% to 15%", "condition: 140%"),
        ("a route through a node that does not exist", "via: [waha-line, es-sider]", "via: [waha-line, es-sidra]"),
        ("proceeds that add to more than the whole", "{ central-bank: 100% }", "{ central-bank: 80%, lna: 40% }"),
        ("a comma in a text inside braces", "source: \"NOC statements, 2016\"", "source: NOC statements, 2016"),
        ("an unclosed bracket", "at: [31.21, 16.59]", "at: [31.21, 16.59"),
        ("an unclosed quote", "note: \"futures of early 2016, widened\"", "note: \"futures of early 2016, widened"),
        ("a key that is not computed yet", "    demand: 5 to 30 kb/d", "    area: sirte"),
        ("a chance without its time", "chance: 30% to 60% within 12 months", "chance: 30% to 60%"),
    ];

    [Fact]
    public void Messages_for_likely_mistakes_read_as_recorded()
    {
        var text = string.Concat(
            Mistakes.Select(m =>
            {
                var found = ExampleFiles.Read(ExampleFiles.With(m.Find, m.Replace)).Diagnostics;
                Assert.NotEmpty(found);
                return $"### {m.Mistake}\n{string.Join("\n", found.Select(d => d.Render()))}\n\n";
            })
        );
        Snapshot.Matches("likely-mistakes.txt", text);
    }

    [Fact]
    public void All_mistakes_of_a_file_are_reported_together_in_file_order()
    {
        var text = ExampleFiles.Small;
        foreach (var (_, find, replace) in Mistakes[..4])
        {
            text = text.Replace(find, replace, StringComparison.Ordinal);
        }

        var found = ExampleFiles
            .Read(text.Replace("step: week", "step: fortnight", StringComparison.Ordinal))
            .Diagnostics;
        Assert.Equal(found.OrderBy(d => d.Line).ThenBy(d => d.Column), found);
        Assert.Contains(found, d => d.Code == "ORS2009");
        Assert.Contains(found, d => d.Code == "ORS2001");
        Assert.Contains(found, d => d.Code == "ORS3002");
    }

    [Fact]
    public void Caret_stands_under_the_unit_inside_a_flow_mapping()
    {
        var found = Assert.Single(
            ExampleFiles.Read(ExampleFiles.With("capacity: 360 kb/d", "capacity: 360 kbpd")).Diagnostics
        );
        Assert.Equal("kbpd", found.SourceLine!.Substring(found.Column - 1, found.Length));
    }
}
