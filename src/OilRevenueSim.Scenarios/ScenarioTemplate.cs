using System.Text;

namespace OilRevenueSim.Scenarios;

/// <summary>The scenario that <c>oilsim new</c> writes: small, commented, valid, and ready to be changed.</summary>
public static class ScenarioTemplate
{
    private const string Body = """
        # A scenario: what is known about a country's oil at the start, and what may happen to it.
        # Everything after a # is a remark. Change the numbers, then:
        #
        #   oilsim validate FILE      finds mistakes and says what would have worked
        #   oilsim explain FILE       reads the scenario back in words
        #   oilsim run FILE           computes who earns how much
        #
        # Numbers carry their unit. A range such as `25 to 45 kb/d` is a central 90 % interval: the truth lies in it with a
        # chance of nine in ten. Any number may be written long, with where it comes from:
        #   capacity: { value: 25 to 45 kb/d, source: "NOC, 2012", grade: reported, note: "before the war" }
        # grade is read, reported, recalled or assumption. All numbers below are invented.

        schema: 1
        title: TITLE
        question: How much oil money can the rebels reach in two years?
        start: 2026-01                    # a month, or a day such as 2026-01-15
        end: 2027-12
        step: month                       # day, week or month

        thresholds: [10 MUSD, 100 MUSD]   # the report says how likely the focus is to pass each of them
        focus: [rebels]                   # whose money the headline is about
        state: [oil-company]              # whose lost revenue is counted

        parameters:                       # numbers used more than once: one draw wherever the name stands
          pipeline-condition: 70% to 95%

        benchmarks:
          brent:
            model: schwartz               # returns to a long-run price; also: constant, curve, gbm, schwartz-smith, regimes, bootstrap
            spot: 65 USD/bbl              # price on the first day
            long-run: 50 to 80 USD/bbl
            half-life: 8 to 24 months
            volatility: 28% to 40%

        actors:
          government:  { label: Government, kind: government, aligned: [oil-company] }
          oil-company: { label: National oil company, kind: company }
          rebels:
            label: Rebels
            kind: armed-group
            sells: own-account            # sells what it holds for itself; for-owner leaves the sale to the owner
            skill: 20% to 50%             # output a captured field reaches with its own people
            retention: 30% to 60%         # share of the staff that stays on the day of capture

        phases:                           # the political situation; leave the section out if there is only one
          start: war
          changes:
            - { from: war, to: ceasefire, every: 1 to 4 years }
            - { from: ceasefire, to: war, every: 6 to 24 months }

        areas:                            # whoever holds an area decides what happens to the oil in it
          interior:
            holder: government
            neighbours: [coast]           # counts for both
            changes:
              - from: government
                to: rebels
                chance: 10% to 30% within 12 months   # or  every: 3 to 8 years  or  rate: 0.02 per month
                per-neighbour: 2          # twice as likely for each neighbouring area the rebels hold
                phases: { ceasefire: 0.3 }
              - { from: rebels, to: government, every: 6 to 18 months }
          coast:
            holder: government
            changes:
              - { from: government, to: rebels, every: 5 to 15 years, phases: { ceasefire: 0.3 } }
              - { from: rebels, to: government, every: 3 to 12 months }

        fields:
          south-field: { area: interior, owner: oil-company, capacity: 80 to 120 kb/d, condition: 70% to 95%, lifting-cost: 5 to 9 USD/bbl }
          east-field:  { area: interior, owner: oil-company, capacity: 25 to 45 kb/d, condition: uniform 0% to 60% }

        nodes:                            # what the oil passes on its way
          trunk-line: { kind: pipeline, area: interior, owner: oil-company, capacity: 150 kb/d, condition: pipeline-condition }
          port:       { kind: terminal, area: coast, owner: oil-company }

        markets:
          export:
            price: { linked: brent, differential: -3 to 0 USD/bbl }
            sellers: [oil-company]        # who may sell here; any for everyone
            proceeds: { government: 100% }   # what is left after costs and tolls goes to the government
          local-traders:
            price: { local: 15 to 35 USD/bbl, follows: brent, elasticity: 0.2 }
            demand: 5 to 20 kb/d          # most it takes

        routes:                           # in order of priority
          - { fields: [south-field, east-field], via: [trunk-line, port], to: export }
          - { fields: [south-field, east-field], to: local-traders, transport: 4 to 10 USD/bbl }

        passage:                          # who lets whom through; without a rule: pass if aligned, else block
          - { through: rebels, of: oil-company, policy: toll, toll: 2 to 5 USD/bbl }

        correlations:                     # which uncertain numbers go together, from -1 to 1
          - [benchmarks.brent.long-run, benchmarks.brent.volatility, -0.2]
        """;

    /// <summary>The commented scenario under a title.</summary>
    /// <param name="title">Title for readers; any text.</param>
    public static string Commented(string title)
    {
        ArgumentNullException.ThrowIfNull(title);
        var body = Body.ReplaceLineEndings("\n")
            .Replace("title: TITLE", "title: " + Quoted(title), StringComparison.Ordinal);
        return body + "\n";
    }

    /// <summary>A text as YAML in double quotes.</summary>
    private static string Quoted(string text)
    {
        var result = new StringBuilder("\"");
        foreach (var c in text.Length == 0 ? "Untitled" : text)
        {
            result.Append(
                c switch
                {
                    '"' => "\\\"",
                    '\\' => "\\\\",
                    _ when char.IsControl(c) => " ",
                    _ => c.ToString(),
                }
            );
        }

        return result.Append('"').ToString();
    }
}
