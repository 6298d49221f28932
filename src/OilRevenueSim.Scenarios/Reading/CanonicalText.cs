using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using OilRevenueSim.Core.Control;
using OilRevenueSim.Core.Markets;
using OilRevenueSim.Core.Model;
using OilRevenueSim.Core.Prices;
using OilRevenueSim.Core.Uncertainty;

namespace OilRevenueSim.Scenarios.Reading;

/// <summary>The resolved scenario as text: what determines the numbers, nothing else, in one order.</summary>
/// <remarks>Titles, labels, kinds of actors, places on maps, sources and spelling are left out; defaults are written out.</remarks>
internal static partial class CanonicalText
{
    /// <summary>SHA-256, lower-case hex, of the canonical text.</summary>
    public static string HashOf(Scenario scenario) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Of(scenario))));

    public static string Of(Scenario s)
    {
        var lines = new List<string>
        {
            "oilrevenuesim scenario 1",
            $"time {s.Start:yyyy-MM-dd} {s.End:yyyy-MM-dd} {s.Step}",
            $"thresholds {string.Join(' ', s.Thresholds.Select(t => Number(t.Value)))}",
            $"focus {string.Join(' ', s.Focus.Order(StringComparer.Ordinal))}",
            $"state {string.Join(' ', s.State)}",
        };
        if (!s.Record.IsEmpty)
        {
            lines.Add($"record {string.Join(' ', s.Record)}");
        }

        lines.AddRange(s.Benchmarks.Select(BenchmarkLine));
        lines.AddRange(PriceLines(s));
        foreach (var theatre in s.Theatres)
        {
            lines.Add($"theatre {theatre.Name} start={theatre.StartPhase} phases={string.Join(' ', theatre.Phases)}");
            lines.AddRange(
                theatre.Changes.Select(c =>
                    $"phase-change {theatre.Name} {c.Identity} {c.From} {c.To} {c.Stream} {c.Rate.Address}"
                )
            );
        }

        lines.AddRange(
            s.Actors.Select(a =>
                $"actor {a.Name} own-account={a.SellsOnOwnAccount} aligned={string.Join(' ', a.Aligned)}"
            )
        );
        foreach (var area in s.Areas)
        {
            lines.Add(
                $"area {area.Name} holder={area.Holder} theatre={area.Theatre} neighbours={string.Join(' ', area.Neighbours)}"
            );
            lines.AddRange(area.Changes.Select(c => ChangeLine(area, c)));
        }

        lines.AddRange(
            s.Fields.Select(f => $"field {f.Name} area={f.Area} owner={f.Owner} workforce={f.Workforce?.Address}")
        );
        lines.AddRange(
            s.Nodes.Select(n => $"node {n.Name} {n.Kind} area={n.Area} owner={n.Owner} capacity={n.Capacity?.Address}")
        );
        lines.AddRange(s.Markets.Select(MarketLine));
        lines.AddRange(s.Routes.Select(RouteLine));
        lines.AddRange(s.Passage.Select(PassageLine));
        lines.AddRange(ConflictLines(s));
        lines.AddRange(s.Correlations.Select(c => $"correlation {c.First} {c.Second} {Number(c.Spearman)}"));
        lines.AddRange(s.Quantities.OrderBy(q => q.Address, StringComparer.Ordinal).Select(QuantityLine));
        return string.Join('\n', lines) + "\n";
    }

    private static string BenchmarkLine(Benchmark b) =>
        b is CurveBenchmark curve
            ? $"benchmark {b.Name} curve {string.Join(' ', curve.Points.Select(p => $"{p.Date:yyyy-MM-dd}={p.Price.Address}"))}"
            : $"benchmark {b.Name} {b.GetType().Name}";

    private static string ChangeLine(Area area, ControlChange c)
    {
        var phases = string.Join(' ', c.PhaseRatios.Select(p => p.Phase));
        return $"change {area.Name} {c.Identity} {c.From} {c.To} {c.Stream} {c.BaseRate.Address} phases={phases} "
            + $"neighbour={c.PerNeighbour?.Address} price={c.PriceElasticity?.Address} follows={c.Follows}";
    }

    private static string MarketLine(Market m)
    {
        var price = m.Price switch
        {
            LinkedPrice linked => $"linked {linked.Benchmark}",
            LocalPrice local => $"local follows={local.Follows} reference={local.Reference?.Address}",
            _ => "",
        };
        var proceeds = string.Join(' ', m.Proceeds.Select(p => p.Actor));
        return $"market {m.Name} {price} sellers={string.Join(' ', m.Sellers)} proceeds={proceeds} demand={m.Demand?.Address}";
    }

    private static string RouteLine(Route r) =>
        $"route {r.Identity} fields={string.Join(' ', r.Fields)} via={string.Join(' ', r.Via)} to={r.To} capacity={r.Capacity?.Address}";

    private static string PassageLine(PassageRule p)
    {
        var toll = (p.TollPerBarrel ?? p.TollShare ?? p.TollInKind)?.Address;
        return $"passage {p.Identity} through={p.Through} of={string.Join(' ', p.Of)} at={string.Join(' ', p.At)} phase={p.Phase} {p.Policy} {toll}";
    }

    private static string QuantityLine(Quantity q) =>
        $"quantity {q.Address} draw={q.DrawAddress} {q.Dimension} [{Number(q.Range.Low)} {Number(q.Range.High)}] {q.Conversion} {Number(q.WindowYears)} {LawText(q.Law)}";

    /// <summary>A law with its numbers in full.</summary>
    internal static string LawText(Law law) =>
        law switch
        {
            CertainLaw l => $"certain {Number(l.Value)}",
            UniformLaw l => $"uniform {Number(l.Low)} {Number(l.High)}",
            TriangularLaw l => $"triangular {Number(l.Low)} {Number(l.Mode)} {Number(l.High)}",
            PertLaw l => $"pert {Number(l.Low)} {Number(l.Mode)} {Number(l.High)}",
            NormalLaw l => $"normal {Number(l.Mean)} {Number(l.StandardDeviation)}",
            LogNormalLaw l => $"lognormal {Number(l.LogMean)} {Number(l.LogStandardDeviation)}",
            LogitNormalLaw l => $"logitnormal {Number(l.LogitMean)} {Number(l.LogitStandardDeviation)}",
            BetaLaw l => $"beta {Number(l.Alpha)} {Number(l.Beta)}",
            DiscreteLaw l => "discrete "
                + string.Join(' ', l.Values.Zip(l.Probabilities, (v, p) => $"{Number(v)}:{Number(p)}")),
            UnreadLaw => "unread",
            _ => throw new InvalidOperationException($"No text for {law.GetType().Name}."),
        };

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
