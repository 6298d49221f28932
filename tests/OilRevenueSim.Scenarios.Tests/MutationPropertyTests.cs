using CsCheck;
using OilRevenueSim.Core.Simulation;
using OilRevenueSim.Scenarios.Text;
using OilRevenueSim.Scenarios.Yaml;
using OilRevenueSim.Tests;

namespace OilRevenueSim.Scenarios.Tests;

public sealed class MutationPropertyTests
{
    private static readonly string[] Lines = ExampleFiles.Small.Split('\n');

    internal static readonly string[] Values =
    [
        "",
        "0",
        "-1",
        "any",
        "nobody",
        "noc",
        "sirte",
        "brent",
        "35",
        "35 kb/d",
        "0% to 15%",
        "140%",
        "1 week",
        "2016-13",
        "2016-02",
        "[]",
        "{}",
        "[noc]",
        "{ value: 3 }",
        "'",
        "\"",
        "*x",
        "&x",
        "!x",
        "uniform 0 to 0.3",
        "crescent-condition",
        "crescent-condition within 1 year",
        "1e400 USD",
        "~",
        "null",
        "a: b",
        "- x",
        "#",
        "|",
        ">",
        "[[1]]",
        "nan",
        "infinity",
        "é",
        "{ source: a, b }",
        "beta 2 8",
        "discrete 0:1",
        "{ mean: 3 kb/d, sd: 1 kb/d }",
        "{ median: 3 kb/d }",
        "20% within 0 months",
        "per month",
        "1 per month",
        "5% per month",
    ];

    [Fact]
    public void Any_broken_text_gives_findings_or_a_scenario_and_never_an_exception() =>
        Gen.Select(
                Gen.Int[0, ExampleFiles.Small.Length - 1],
                Gen.Int[0, 40],
                OneOf(
                    "",
                    " ",
                    "\n",
                    ":",
                    "{",
                    "}",
                    "[",
                    "]",
                    ",",
                    "\"",
                    "'",
                    "#",
                    "-",
                    "\t",
                    "&a ",
                    "*",
                    "!",
                    "%",
                    "|",
                    "? ",
                    "  ",
                    "é",
                    "\u0000",
                    "0"
                )
            )
            .Array[1, 4]
            .SampleFixed(
                edits =>
                {
                    var text = ExampleFiles.Small;
                    foreach (var (at, length, insert) in edits)
                    {
                        var start = Math.Min(at, text.Length);
                        text = text[..start] + insert + text[Math.Min(text.Length, start + length)..];
                    }

                    Holds(text);
                },
                seed: "0000ReaderM01",
                iter: 500
            );

    [Fact]
    public void Any_value_in_any_place_gives_findings_or_a_scenario_and_never_an_exception()
    {
        var places = Places(ExampleFiles.Small).ToArray();
        Gen.Select(Gen.Int[0, places.Length - 1], OneOf(Values))
            .Array[1, 3]
            .SampleFixed(
                edits =>
                {
                    var text = ExampleFiles.Small;
                    foreach (
                        var (place, value) in edits
                            .DistinctBy(e => e.Item1)
                            .OrderByDescending(e => places[e.Item1].Start)
                    )
                    {
                        text = text[..places[place].Start] + value + text[places[place].End..];
                    }

                    Holds(text);
                },
                seed: "0000ReaderM02",
                iter: 1_000
            );
    }

    [Fact]
    public void Lines_removed_doubled_or_moved_give_findings_or_a_scenario_and_never_an_exception() =>
        Gen.Select(Gen.Int[0, Lines.Length - 1], Gen.Int[0, Lines.Length - 1], Gen.Bool)
            .Array[1, 3]
            .SampleFixed(
                edits =>
                {
                    var lines = Lines.ToList();
                    foreach (var (from, to, keep) in edits)
                    {
                        var line = lines[from % lines.Count];
                        if (!keep)
                        {
                            lines.RemoveAt(from % lines.Count);
                        }

                        lines.Insert(to % (lines.Count + 1), line);
                    }

                    Holds(string.Join('\n', lines));
                },
                seed: "0000ReaderM03",
                iter: 500
            );

    [Fact]
    public void Order_of_keys_and_of_lists_but_routes_does_not_change_the_content_hash()
    {
        var hash = ExampleFiles.Read(ExampleFiles.Small).Scenario!.ContentHash;
        var tree = YamlTree.Read(new SourceText("test.yaml", ExampleFiles.Small), new DiagnosticList())!;
        Gen.Int[0, int.MaxValue]
            .Array[64]
            .SampleFixed(
                keys =>
                {
                    var text = new ShuffledYaml(keys).Write(tree);
                    var reading = ExampleFiles.Read(text);
                    Assert.Equal(
                        [],
                        reading.Diagnostics.Where(d => d.Severity == Severity.Error).Select(d => d.Render())
                    );
                    Assert.Equal(hash, reading.Scenario!.ContentHash);
                },
                seed: "0000ReaderM04",
                iter: 100
            );
    }

    private static void Holds(string text) => Holds(ExampleFiles.Read(text));

    /// <summary>Findings have places, and there is a scenario that the engine can compile unless there is an error.</summary>
    internal static void Holds(ScenarioReading reading)
    {
        if (reading.Scenario is { } scenario)
        {
            // What the reader lets through, the engine can compile.
            Assert.Equal(scenario, SimulationPlan.Compile(scenario).Scenario);
        }

        Assert.Equal(reading.Scenario is null, reading.Diagnostics.Any(d => d.Severity == Severity.Error));
        Assert.All(
            reading.Diagnostics,
            d => Assert.True(d.Line >= 1 && d.Column >= 1 && d.Length >= 1 && d.Render().Length > 0)
        );
    }

    /// <summary>The places of all plain values of a text.</summary>
    internal static IEnumerable<(int Start, int End)> Places(string text)
    {
        var starts = new List<int> { 0 };
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n')
            {
                starts.Add(i + 1);
            }
        }

        var open = new Stack<YamlNode>();
        open.Push(YamlTree.Read(new SourceText("test.yaml", text), new DiagnosticList())!);
        while (open.TryPop(out var node))
        {
            switch (node)
            {
                case ScalarNode scalar:
                    var start = starts[scalar.Span.Line - 1] + scalar.Span.Column - 1;
                    yield return (start, start + scalar.Span.Length);
                    break;
                case ListNode list:
                    list.Items.ToList().ForEach(open.Push);
                    break;
                case MappingNode mapping:
                    mapping.Entries.ToList().ForEach(e => open.Push(e.Value));
                    break;
                default:
                    break;
            }
        }
    }

    private static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(i => texts[i]);
}
