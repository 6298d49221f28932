using OilRevenueSim.Core.Uncertainty;

namespace OilRevenueSim.Scenarios.Quantities;

/// <summary>Which values a law can give at all.</summary>
internal static class LawRange
{
    /// <summary>Smallest and largest value of a law; infinite where it has no bound.</summary>
    public static (double Low, double High) Support(Law law) =>
        law switch
        {
            CertainLaw certain => (certain.Value, certain.Value),
            UniformLaw uniform => (uniform.Low, uniform.High),
            TriangularLaw triangular => (triangular.Low, triangular.High),
            PertLaw pert => (pert.Low, pert.High),
            TableLaw table => (table.Rows.Min(), table.Rows.Max()),
            DiscreteLaw discrete => (discrete.Values.Min(), discrete.Values.Max()),
            LogNormalLaw => (0.0, double.PositiveInfinity),
            LogitNormalLaw or BetaLaw => (0.0, 1.0),
            _ => (double.NegativeInfinity, double.PositiveInfinity),
        };

    /// <summary>True unless a law with bounds reaches outside a range; a law without is truncated instead.</summary>
    public static bool Fits(Law law, HardRange range)
    {
        if (law is NormalLaw or LogNormalLaw)
        {
            return true;
        }

        var (low, high) = Support(law);
        return low >= range.Low && high <= range.High;
    }
}
