using System.Collections.Immutable;
using System.Text;

namespace OilRevenueSim.Core.Simulation;

/// <summary>Simulates one slice of the paths of a plan, or of plans that are compared, and writes what <see cref="SliceJoin"/> needs of it.</summary>
/// <remarks>The same bytes for any threads. Memory does not grow with the paths beyond <see cref="Ensemble.MostExactValues"/>.</remarks>
public sealed class SliceEnsemble : IDisposable
{
    /// <summary>Form of the bytes: changes whenever their meaning does.</summary>
    public const int Format = 1;

    private readonly PairedEnsemble ensemble;
    private bool isDone;

    /// <summary>Prepares a slice; simulates nothing yet.</summary>
    /// <param name="plans">Plan to run, or plans in lockstep under common random numbers.</param>
    /// <param name="options">Seed, threads, worlds; blocks are of one granule.</param>
    /// <param name="slice">Which paths, cut between units of <see cref="RunOptions.SlicePaths"/>.</param>
    /// <exception cref="ArgumentException">No plan is given, or periods differ.</exception>
    public SliceEnsemble(ImmutableArray<SimulationPlan> plans, RunOptions options, PathSlice slice)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(slice);
        Slice = slice;
        ensemble = PairedEnsemble.OfSlice(plans, options, slice);
    }

    /// <summary>Which paths.</summary>
    public PathSlice Slice { get; }

    /// <summary>Simulates the slice.</summary>
    /// <param name="progress">Receives how far the slice has come, on a worker's thread.</param>
    /// <param name="cancellation">Stops within a block.</param>
    /// <exception cref="ArgumentOutOfRangeException">The paths of the run do not divide into its worlds.</exception>
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
}

/// <summary>Joins all slices of a run to the result of that run, with the same bits.</summary>
public sealed class SliceJoin : IDisposable
{
    private readonly PairedEnsemble ensemble;
    private readonly long paths;
    private readonly int count;
    private int next = 1;

    /// <summary>Prepares to join.</summary>
    /// <param name="plans">Plans that were run.</param>
    /// <param name="options">Options of the slices; threads play no part.</param>
    /// <param name="paths">Paths of the run.</param>
    /// <param name="count">Number of slices.</param>
    /// <exception cref="ArgumentOutOfRangeException">A run of so many paths has not so many slices.</exception>
    public SliceJoin(ImmutableArray<SimulationPlan> plans, RunOptions options, long paths, int count)
    {
        ArgumentNullException.ThrowIfNull(options);
        (this.paths, this.count) = (paths, count);
        ensemble = PairedEnsemble.OfSlice(plans, options, SliceOf(count, options));
        ensemble.PrepareJoin(paths);
    }

    /// <summary>Adds the next slice; they come in their order.</summary>
    /// <param name="stream">Bytes that <see cref="SliceEnsemble.Write"/> wrote; stays open.</param>
    /// <exception cref="FormatException">The bytes are not those of the next slice of these plans.</exception>
    public void Add(Stream stream)
    {
        var slice = SliceOf(next, ensemble.Options);
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

    /// <summary>The result of the whole run: of every plan, and of their differences.</summary>
    /// <exception cref="InvalidOperationException">A slice is missing.</exception>
    public PairedResult Look() =>
        next > count
            ? ensemble.Look()
            : throw new InvalidOperationException($"Slice {next} of {count} has not been added.");

    /// <inheritdoc cref="PairedEnsemble.IsCounted"/>
    public bool IsCounted => ensemble.IsCounted(0);

    /// <summary>Writes the whole run of the first plan: the bytes that <see cref="PairedEnsemble.Write"/> gives of a run of all paths.</summary>
    /// <param name="stream">Receives it; stays open.</param>
    public void Write(Stream stream) => ensemble.Write(0, stream);

    /// <inheritdoc />
    public void Dispose() => ensemble.Dispose();

    private PathSlice SliceOf(int index, RunOptions options) => PathSlice.Of(index, count, paths, options.SlicePaths);
}
