using System.Globalization;
using OilRevenueSim.Core.RandomStreams;

namespace OilRevenueSim.Benchmarks;

/// <summary>The side of <c>benchmarks/peers/pairs.py</c> that is ours: a step of Schwartz's price with its random number, one thread.</summary>
internal static class SchwartzStep
{
    /// <summary>Answers every line with the nanoseconds that one path takes for one step.</summary>
    public static void Answer(TextReader questions, TextWriter answers)
    {
        var blocks = new PriceBlocks([PriceBlocks.Schwartz]);
        Nanoseconds(blocks, 0.5); // until the code is compiled for good
        answers.WriteLine($"OilRevenueSim, blocks of {PriceBlocks.Lanes}, {64 * LaneWidth.Count} bits");
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
            for (var i = 0; i < 256; i++)
            {
                blocks.Advance();
            }

            count += 256 * PriceBlocks.Lanes;
            spent = Environment.CpuUsage.TotalTime - start;
        }

        return spent.TotalNanoseconds / count;
    }
}
