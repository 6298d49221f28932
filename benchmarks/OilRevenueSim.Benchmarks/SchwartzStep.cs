using System.Globalization;
using OilRevenueSim.Core.RandomStreams;

namespace OilRevenueSim.Benchmarks;

/// <summary>The side of <c>benchmarks/peers/pairs.py</c> that is ours: a step of Schwartz's price with its random number, one thread.</summary>
internal static class SchwartzStep
{
    /// <summary>Answers every line with the nanoseconds that one path takes for one step.</summary>
    public static void Answer(TextReader questions, TextWriter answers)
    {
        Nanoseconds(new PriceBlocks([PriceBlocks.Schwartz]), 0.5); // until the code is compiled for good
        // The best of the block sizes that a run may have, as the peer has its own.
        var blocks = Enumerable
            .Range(0, 5)
            .Select(k => new PriceBlocks(256 << k, [PriceBlocks.Schwartz]))
            .MinBy(b => Enumerable.Range(0, 3).Min(_ => Nanoseconds(b, 0.1)))!;
        answers.WriteLine($"OilRevenueSim, blocks of {blocks.Lanes}, {64 * LaneWidth.Count} bits");
        answers.Flush();
        while (questions.ReadLine() is not null)
        {
            answers.WriteLine(Nanoseconds(blocks, 0.2).ToString("F4", CultureInfo.InvariantCulture));
            answers.Flush();
        }
    }

    /// <summary>Processor time, so that other programs on the machine count less.</summary>
    private static double Nanoseconds(PriceBlocks blocks, double seconds)
    {
        var count = 0L;
        var start = Environment.CpuUsage.TotalTime;
        var spent = TimeSpan.Zero;
        while (spent.TotalSeconds < seconds)
        {
            for (var i = 0; i < 65536 / blocks.Lanes; i++)
            {
                blocks.Advance();
            }

            count += 65536;
            spent = Environment.CpuUsage.TotalTime - start;
        }

        return spent.TotalNanoseconds / count;
    }
}
