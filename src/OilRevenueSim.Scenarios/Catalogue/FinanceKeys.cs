using OilRevenueSim.Scenarios.Quantities;

namespace OilRevenueSim.Scenarios.Catalogue;

/// <summary>Keys of <c>finance:</c>.</summary>
internal static class FinanceKeys
{
    public static readonly SectionShape Finance = new(
        "finance",
        "Fighters, what they are paid, and the treasury they are paid from.",
        [
            new("fighters", new QuantityKey(Rules.Ratio), "Fighters on the first day.")
            {
                Required = true,
                Example = "3000 to 6000",
            },
            new("wage", new QuantityKey(Rules.MoneyRate), "Wage of one fighter.")
            {
                Required = true,
                Example = "200 to 500 USD per month",
            },
            new("treasury", new QuantityKey(Rules.Money), "Money on the first day.")
            {
                Default = "0 USD",
                Example = "5 to 30 MUSD",
            },
            new(
                "area-income",
                new QuantityMapKey(EntityKind.Area, Rules.MoneyRate, OrOne: true),
                "Income that is not oil from each area it holds: by area, or one value for every area."
            )
            {
                Absent = "none",
                Example = "{ sirte: 1 to 2 MUSD per month }",
            },
            new("other-income", new QuantityKey(Rules.MoneyRate), "Income that is neither oil nor from an area.")
            {
                Default = "0 USD per month",
                Example = "1 MUSD per month",
            },
            new("spending", new QuantityKey(Rules.MoneyRate), "Spending beside wages.")
            {
                Default = "0 USD per month",
                Example = "1 MUSD per month",
            },
            new("reserve", new QuantityKey(Rules.Money), "Money that wages do not touch.")
            {
                Default = "0 USD",
                Example = "2 MUSD",
            },
            new("attrition", new QuantityKey(Rules.LogRate), "Rate α at which fighters are lost.")
            {
                Default = "0 per year",
                Example = "20% per year",
            },
            new("recruitment", new QuantityKey(Rules.LogRate), "Rate ρ at which fully paid ranks recruit.")
            {
                Absent = "the attrition, so that full pay holds numbers",
                Example = "30% per year",
            },
            new("recruit-elasticity", new QuantityKey(Rules.Ratio), "Elasticity of recruitment to pay.")
            {
                Default = "1",
                Example = "0.5 to 1.5",
            },
            new("strength-elasticity", new QuantityKey(Rules.Ratio), "Elasticity of strength to pay.")
            {
                Default = "1",
                Example = "0.5",
            },
            new("inflow", new QuantityKey(Rules.PersonRate), "Fighters that arrive whatever the pay.")
            {
                Default = "0 per year",
                Example = "50 per month",
            },
        ]
    );
}
