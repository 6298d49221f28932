using System.Text;
using OilRevenueSim.Core.Uncertainty;

namespace OilRevenueSim.Core.Simulation;

/// <summary>Simulates one slice of the paths of a plan and writes what <see cref="SliceJoin"/> needs of it.</summary>
/// <remarks>The same bytes for any threads. Memory does not grow with the paths beyond <see cref="Ensemble.MostExactValues"/>.</remarks>
public sealed class SliceEnsemble : IDisposable
{
    /// <summary>Form of the bytes: changes whenever their meaning does.</summary>
    public const int Format = 1;

    private readonly PairedEnsemble ensemble;
    private bool isDone;

    /// <summary>Prepares a slice; simulates nothing yet.</summary>
    /// <param name="plan">Plan to run.</param>
    /// <param name="options">Seed and threads; blocks are of one granule.</param>
    /// <param name="slice">Which paths.</param>
    /// <exception cref="ArgumentException">Paths share worlds or are sampled evenly: see <see cref="CanSlice"/>.</exception>
    public SliceEnsemble(SimulationPlan plan, RunOptions options, PathSlice slice)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(slice);
        CheckSlices(options);
        Slice = slice;
        ensemble = PairedEnsemble.OfSlice(plan, options, slice);
    }

    /// <summary>Which paths.</summary>
    public PathSlice Slice { get; }

    /// <summary>True where every path has its own world, drawn at random: sums over worlds are taken path after path and cannot be cut.</summary>
    /// <param name="options">Options of the run.</param>
    public static bool CanSlice(RunOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return options is { Replicates: 1, Sampling: Sampling.Random };
    }

    /// <summary>Simulates the slice.</summary>
    /// <param name="progress">Receives how far the slice has come, on a worker's thread.</param>
    /// <param name="cancellation">Stops within a block.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    /// <exception cref="SimulationException">A path failed.</exception>
    public void Run(IProgress<RunProgress>? progress = null, CancellationToken cancellation = default)
    {
        if (isDone)
        {
            throw new InvalidOperationException("This slice was simulated before.");
        }

        ensemble.RunSlice(progress, cancellation);
        isDone = true;
    }

    /// <summary>Writes what the slice says, little-endian: the <see cref="Format"/>, then moments, counts and values.</summary>
    /// <param name="stream">Receives it; stays open.</param>
    /// <exception cref="InvalidOperationException">Not simulated yet.</exception>
    public void Write(Stream stream)
    {
        if (!isDone)
        {
            throw new InvalidOperationException("This slice has not been simulated yet.");
        }

        using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        writer.Write(Format);
        ensemble.WriteSlice(writer);
    }

    /// <inheritdoc />
    public void Dispose() => ensemble.Dispose();

    internal static void CheckSlices(RunOptions options)
    {
        if (!CanSlice(options))
        {
            throw new ArgumentException(
                "A run with replicates or with even sampling cannot be cut into slices: its errors come from sums over worlds, "
                    + "which are taken in the order of all paths.",
                nameof(options)
            );
        }
    }
}

/// <summary>Joins all slices of a run to the result of that run, with the same bits.</summary>
public sealed class SliceJoin : IDisposable
{
    private readonly PairedEnsemble ensemble;
    private readonly long paths;
    private readonly int count;
    private int next = 1;

    /// <summary>Prepares to join.</summary>
    /// <param name="plan">Plan that was run.</param>
    /// <param name="options">Options of the slices; threads play no part.</param>
    /// <param name="paths">Paths of the run.</param>
    /// <param name="count">Number of slices.</param>
    /// <exception cref="ArgumentException">Such a run has no slices.</exception>
    public SliceJoin(SimulationPlan plan, RunOptions options, long paths, int count)
    {
        ArgumentNullException.ThrowIfNull(plan);
        SliceEnsemble.CheckSlices(options);
        (this.paths, this.count) = (paths, count);
        ensemble = PairedEnsemble.OfSlice(plan, options, PathSlice.Of(count, count, paths));
        ensemble.PrepareJoin(paths);
    }

    /// <summary>Adds the next slice; they come in their order.</summary>
    /// <param name="stream">Bytes that <see cref="SliceEnsemble.Write"/> wrote; stays open.</param>
    /// <exception cref="FormatException">The bytes are not those of the next slice of this plan.</exception>
    public void Add(Stream stream)
    {
        var slice = PathSlice.Of(next, count, paths);
        try
        {
            using var reader = new BinaryReader(stream, Encoding.UTF8, leaveOpen: true);
            var format = reader.ReadInt32();
            if (format != SliceEnsemble.Format)
            {
                throw new FormatException(
                    $"The slice has form {format}; this version reads form {SliceEnsemble.Format}."
                );
            }

            ensemble.Join(reader, slice);
        }
        catch (EndOfStreamException e)
        {
            throw new FormatException($"Slice {next} of {count} ends too early.", e);
        }

        next++;
    }

    /// <summary>The result of the whole run.</summary>
    /// <exception cref="InvalidOperationException">A slice is missing.</exception>
    public EnsembleResult Look() =>
        next > count
            ? ensemble.Look().Courses[0]
            : throw new InvalidOperationException($"Slice {next} of {count} has not been added.");

    /// <inheritdoc cref="PairedEnsemble.IsCounted"/>
    public bool IsCounted => ensemble.IsCounted(0);

    /// <summary>Writes the whole run: the bytes that <see cref="PairedEnsemble.Write"/> gives of a run of all paths.</summary>
    /// <param name="stream">Receives it; stays open.</param>
    public void Write(Stream stream) => ensemble.Write(0, stream);

    /// <inheritdoc />
    public void Dispose() => ensemble.Dispose();
}
