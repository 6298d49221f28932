using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using OilRevenueSim.Core.RandomStreams;

namespace OilRevenueSim.Core.Uncertainty;

/// <summary>A fault of the rank correlations of a scenario.</summary>
/// <param name="Message">What is wrong and what would work.</param>
/// <param name="Pairs">The pairs concerned.</param>
public sealed record CorrelationError(string Message, ImmutableArray<RankCorrelation> Pairs);

/// <summary>Gaussian copula that gives epistemic draws the rank correlations asked for (model.md §3).</summary>
/// <remarks>
/// Spearman r becomes the normal correlation 2·sin(πr/6). The matrix falls into connected components, each factorised
/// by Cholesky in ordinal order of addresses, so that adding a correlation moves members of its own component only.
/// </remarks>
public sealed class Copula
{
    /// <summary>Smallest pivot of the factorisation that counts as positive.</summary>
    private const double SmallestPivot = 1e-12;

    /// <summary>Uniforms stay where those of the generator are.</summary>
    private const double SmallestUniform = 1.0 / (1L << 53);

    private readonly ImmutableArray<Component> _components;

    private Copula(ImmutableArray<Component> components) => _components = components;

    /// <summary>Indices into the addresses, component by component, in ordinal order of address inside each.</summary>
    public ImmutableArray<ImmutableArray<int>> Components => [.. _components.Select(component => component.Members)];

    /// <summary>Factorises the correlations.</summary>
    /// <param name="addresses">Draw addresses of the uncertain quantities, each once.</param>
    /// <param name="correlations">Rank correlations between them; unlisted pairs are 0.</param>
    /// <param name="copula">The copula, or null.</param>
    /// <param name="error">What is wrong, or null.</param>
    /// <returns>False when there is an error.</returns>
    public static bool TryCompile(
        IReadOnlyList<string> addresses,
        IReadOnlyList<RankCorrelation> correlations,
        [NotNullWhen(true)] out Copula? copula,
        [NotNullWhen(false)] out CorrelationError? error
    )
    {
        copula = null;
        var indexOf = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var address in addresses)
        {
            indexOf.Add(address, indexOf.Count);
        }

        error = FindFault(indexOf, correlations);
        if (error is not null)
        {
            return false;
        }

        var components = ImmutableArray.CreateBuilder<Component>();
        foreach (var members in Connect(addresses, indexOf, correlations))
        {
            if (!TryFactorise(members, indexOf, correlations, out var factor, out var failedRow))
            {
                error = NotDefinite([.. members.Take(failedRow + 1).Select(i => addresses[i])], correlations);
                return false;
            }

            components.Add(new Component(members, factor));
        }

        copula = new Copula(components.ToImmutable());
        return true;
    }

    /// <summary>Turns independent uniforms into correlated ones, in place: u → z = Φ⁻¹(u) → Lz → Φ.</summary>
    /// <param name="u">Uniforms, <c>[row][lane]</c>.</param>
    /// <param name="lanes">Lanes of a row.</param>
    /// <param name="rowOfAddress">Row of each address of the compilation.</param>
    public void Apply(Span<double> u, int lanes, ReadOnlySpan<int> rowOfAddress)
    {
        foreach (var component in _components)
        {
            foreach (var member in component.Members)
            {
                var row = u.Slice(rowOfAddress[member] * lanes, lanes);
                LaneMath.InverseNormal(row, row);
            }

            // Last row first: a row of Lz needs only itself and rows before it.
            for (var i = component.Members.Length - 1; i >= 0; i--)
            {
                LaneKernel.Run(new MixRow(component, i, u, lanes, rowOfAddress), lanes);
            }

            foreach (var member in component.Members)
            {
                var row = u.Slice(rowOfAddress[member] * lanes, lanes);
                LaneMath.NormalCdf(row, row);
                LaneMap.Run(new ClampMap(SmallestUniform, 1.0 - SmallestUniform), row, row);
            }
        }
    }

    private static CorrelationError? FindFault(
        Dictionary<string, int> indexOf,
        IReadOnlyList<RankCorrelation> correlations
    )
    {
        var seen = new HashSet<(string, string)>();
        foreach (var pair in correlations)
        {
            var name = $"[{pair.First}, {pair.Second}, {pair.Spearman}]";
            var unknown =
                !indexOf.ContainsKey(pair.First) ? pair.First
                : !indexOf.ContainsKey(pair.Second) ? pair.Second
                : null;
            var fault =
                unknown is not null ? $"{unknown} is not an uncertain quantity, so nothing can be correlated with it"
                : pair.First == pair.Second ? "a quantity cannot be correlated with itself"
                : !(Math.Abs(pair.Spearman) <= 1.0) ? "a rank correlation lies between -1 and 1"
                : !seen.Add(Ordered(pair)) ? "this pair is listed twice"
                : null;
            if (fault is not null)
            {
                return new CorrelationError($"Correlation {name}: {fault}.", [pair]);
            }
        }

        return null;
    }

    private static (string First, string Second) Ordered(RankCorrelation pair) =>
        string.CompareOrdinal(pair.First, pair.Second) < 0 ? (pair.First, pair.Second) : (pair.Second, pair.First);

    /// <summary>Connected components of two and more, members in ordinal order, components by their first member.</summary>
    private static IEnumerable<ImmutableArray<int>> Connect(
        IReadOnlyList<string> addresses,
        Dictionary<string, int> indexOf,
        IReadOnlyList<RankCorrelation> correlations
    )
    {
        var parent = Enumerable.Range(0, addresses.Count).ToArray();
        int Root(int i) => parent[i] == i ? i : parent[i] = Root(parent[i]);
        foreach (var pair in correlations.Where(pair => pair.Spearman != 0.0))
        {
            parent[Root(indexOf[pair.First])] = Root(indexOf[pair.Second]);
        }

        return Enumerable
            .Range(0, addresses.Count)
            .OrderBy(i => addresses[i], StringComparer.Ordinal)
            .GroupBy(Root)
            .Where(group => group.Count() > 1)
            .Select(group => group.ToImmutableArray());
    }

    /// <summary>Rows of the lower triangle one after the other, or the first row whose pivot is not positive.</summary>
    private static bool TryFactorise(
        ImmutableArray<int> members,
        Dictionary<string, int> indexOf,
        IReadOnlyList<RankCorrelation> correlations,
        out ImmutableArray<double> factor,
        out int failedRow
    )
    {
        var n = members.Length;
        var matrix = new double[n, n];
        foreach (var pair in correlations)
        {
            var (i, j) = (members.IndexOf(indexOf[pair.First]), members.IndexOf(indexOf[pair.Second]));
            if (i >= 0 && j >= 0)
            {
                matrix[i, j] = matrix[j, i] = NormalCorrelation(pair.Spearman);
            }
        }

        var lower = new double[n * (n + 1) / 2];
        int At(int i, int j) => (i * (i + 1) / 2) + j;
        factor = [];
        for (var i = 0; i < n; i++)
        {
            var pivot = 1.0;
            for (var j = 0; j < i; j++)
            {
                var sum = matrix[i, j];
                for (var k = 0; k < j; k++)
                {
                    sum -= lower[At(i, k)] * lower[At(j, k)];
                }

                lower[At(i, j)] = sum / lower[At(j, j)];
                pivot -= lower[At(i, j)] * lower[At(i, j)];
            }

            if (!(pivot > SmallestPivot))
            {
                failedRow = i;
                return false;
            }

            lower[At(i, i)] = Math.Sqrt(pivot);
        }

        failedRow = -1;
        factor = [.. lower];
        return true;
    }

    /// <summary>2·sin(πr/6): the correlation of two normals whose ranks correlate by r.</summary>
    internal static double NormalCorrelation(double spearman) => 2.0 * LaneMath.Sine(Math.PI * spearman / 6.0);

    private static CorrelationError NotDefinite(
        ImmutableArray<string> addresses,
        IReadOnlyList<RankCorrelation> correlations
    )
    {
        ImmutableArray<RankCorrelation> pairs =
        [
            .. correlations.Where(pair => addresses.Contains(pair.First) && addresses.Contains(pair.Second)),
        ];
        var names = string.Join(", ", pairs.Select(pair => $"[{pair.First}, {pair.Second}, {pair.Spearman}]"));
        return new CorrelationError(
            $"The correlations {names} contradict each other (their matrix is not positive definite); "
                + "weaken them, or name one parameter where two quantities are the same.",
            pairs
        );
    }

    private sealed record Component(ImmutableArray<int> Members, ImmutableArray<double> Factor);

    /// <summary>Row i of Lz, terms added in order of the members.</summary>
    private readonly ref struct MixRow(
        Component component,
        int row,
        Span<double> z,
        int lanes,
        ReadOnlySpan<int> rowOfAddress
    ) : ILaneKernel
    {
        private readonly Component _component = component;
        private readonly int _row = row;
        private readonly Span<double> _z = z;
        private readonly int _lanes = lanes;
        private readonly ReadOnlySpan<int> _rowOfAddress = rowOfAddress;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Run<TLanes>(int lane)
            where TLanes : unmanaged, ILanes<TLanes>
        {
            var sum = TLanes.Zero;
            for (var j = 0; j <= _row; j++)
            {
                var factor = TLanes.Create(_component.Factor[(_row * (_row + 1) / 2) + j]);
                sum = TLanes.FusedMultiplyAdd(factor, TLanes.Load(_z, Start(j) + lane), sum);
            }

            sum.Store(_z, Start(_row) + lane);
        }

        private int Start(int member) => _rowOfAddress[_component.Members[member]] * _lanes;
    }
}
