using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using OilRevenueSim.Core.Simulation;
using Xunit;

namespace OilRevenueSim.Core.Tests.Simulation;

/// <summary>One hash of a run for every vector width, seen as processes, and in each for threads, blocks and slices.</summary>
public sealed class ProcessBitsTests
{
    /// <summary>What a process expects that another has calculated; not set where this class is run by itself.</summary>
    private const string Expected = "OILREVENUESIM_EXPECTED_BITS";

    // A remainder at every width, a granule in part, more than one block of the largest size.
    private const long Paths = 4_867;

    private static readonly ImmutableArray<SimulationPlan> Plans =
    [
        SimulationPlan.Compile(SameBitsTests.Contest()),
        SimulationPlan.Compile(PairedEnsembleTests.WithLossRate(2)),
    ];

    [Fact]
    public void Threads_blocks_and_slices_have_one_hash()
    {
        var hash = Environment.GetEnvironmentVariable(Expected) ?? Hash(new RunOptions { Threads = 1 });
        foreach (var threads in (int[])[1, 2])
        {
            foreach (var block in (int[])[256, 768, 1_024, 4_096])
            {
                var found = Hash(new RunOptions { Threads = threads, BlockPaths = block });
                Assert.True(
                    hash == found,
                    $"{threads} threads, blocks of {block}: calculated {found}, expected {hash}"
                );
            }

            foreach (var slices in (int[])[1, 3, 20])
            {
                var found = HashOf(PathSliceTests.Join(Plans, new RunOptions { Threads = threads }, Paths, slices));
                Assert.True(hash == found, $"{threads} threads, {slices} slices: calculated {found}, expected {hash}");
            }
        }
    }

    [Theory]
    [InlineData("DOTNET_EnableAVX512", "0")]
    [InlineData("DOTNET_EnableAVX2", "0")]
    [InlineData("DOTNET_EnableHWIntrinsic", "0")]
    public Task A_process_with_narrower_vectors_has_the_hash_of_this_one(string variable, string value) =>
        TestInAProcess.Passes(
            typeof(ProcessBitsTests),
            nameof(Threads_blocks_and_slices_have_one_hash),
            (variable, value),
            (Expected, Hash(new RunOptions { Threads = 2, BlockPaths = 512 }))
        );

    private static string Hash(RunOptions options) => HashOf(PairedEnsemble.Run(Plans, options, Paths));

    private static string HashOf(PairedResult result)
    {
        long[] bits = [.. result.Courses.SelectMany(course => course.Bits()), .. PairedEnsembleTests.Bits(result)];
        return Convert.ToHexStringLower(SHA256.HashData(MemoryMarshal.AsBytes(bits.AsSpan())));
    }
}
