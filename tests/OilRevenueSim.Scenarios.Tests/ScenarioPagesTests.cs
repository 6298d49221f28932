using System.Globalization;
using System.Text.Json.Nodes;
using NJsonSchema;
using OilRevenueSim.Scenarios.Text;
using OilRevenueSim.Scenarios.Yaml;

namespace OilRevenueSim.Scenarios.Tests;

public sealed class ScenarioPagesTests
{
    [Fact]
    public async Task Schema_accepts_the_example_the_template_and_refuses_mistakes()
    {
        var schema = await JsonSchema.FromJsonAsync(ScenarioSchema.ToJson(), TestContext.Current.CancellationToken);
        Assert.Empty(schema.Validate(ToJson(ExampleFiles.Small)));
        Assert.Empty(schema.Validate(ToJson(ScenarioTemplate.Commented("A title"))));
        foreach (
            var (find, replace) in new[]
            {
                ("    holder: guards", "    hodler: guards"),
                ("step: week", "step: fortnight"),
                ("    holder: guards\n", "\n"),
                ("to: lna, every: 12 to 36 months", "to: lna"),
                ("every: 12 to 36 months", "every: 12 to 36 months, rate: 1 per year"),
                ("neighbours: [sirte, central-fields, waha-fields]", "neighbours: sirte"),
                ("start: 2016-02", "start: February 2016"),
            }
        )
        {
            Assert.True(schema.Validate(ToJson(ExampleFiles.With(find, replace))).Count > 0, replace);
        }
    }

    [Fact]
    public void Schema_is_as_recorded() => Snapshot.Matches("scenario.schema.json", ScenarioSchema.ToJson());

    [Fact]
    public void Reference_page_in_the_documentation_is_the_one_the_catalogue_makes() =>
        Snapshot.MatchesPage("reference/catalogue.md", CatalogueReference.ToMarkdown());

    [Fact]
    public void Explanation_of_the_example_reads_as_recorded() =>
        Snapshot.Matches(
            "libya-small.explained.txt",
            ScenarioExplanation.Describe(ExampleFiles.Read(ExampleFiles.Small).Scenario!)
        );

    [Theory]
    [InlineData("Sirte 2016")]
    [InlineData("")]
    [InlineData("A \"quoted\" title: with # and \\ and ünïcode 🛢, 石油\tand a tab")]
    public void Template_is_a_valid_scenario_without_findings(string title)
    {
        var reading = ScenarioReader.ReadText(ScenarioTemplate.Commented(title), "new.yaml");
        Assert.Equal([], reading.Diagnostics.Select(d => d.Render()));
        Assert.Equal(title.Length == 0 ? "Untitled" : title.Replace('\t', ' '), reading.Scenario!.Title);
    }

    [Fact]
    public void Explanation_gives_the_one_year_chance_of_a_hazard()
    {
        var text = ExampleFiles.With("every: 12 to 36 months", "chance: 20% within 12 months");
        var explained = ScenarioExplanation.Describe(ExampleFiles.Read(text).Scenario!);

        // -12 / ln(0.8) = 53.78 months = 4.48 years.
        Assert.Contains(
            "Libyan National Army takes it every 4.48 years (a chance of 20% in one year)",
            explained,
            StringComparison.Ordinal
        );
    }

    private static string ToJson(string yaml) =>
        Convert(YamlTree.Read(new SourceText("test.yaml", yaml), new DiagnosticList())!).ToJsonString();

    private static JsonNode Convert(YamlNode node) =>
        node switch
        {
            MappingNode mapping => new JsonObject(
                mapping.Entries.Select(e => KeyValuePair.Create(e.Key.Text, (JsonNode?)Convert(e.Value)))
            ),
            ListNode list => new JsonArray([.. list.Items.Select(Convert)]),
            ScalarNode { TextStart: 0 } scalar
                when long.TryParse(
                    scalar.Text,
                    NumberStyles.AllowLeadingSign,
                    CultureInfo.InvariantCulture,
                    out var whole
                ) => whole,
            ScalarNode { TextStart: 0 } scalar
                when double.TryParse(scalar.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) =>
                number,
            ScalarNode scalar => scalar.Text,
            _ => throw new InvalidOperationException(),
        };
}
