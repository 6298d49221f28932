using System.Text;
using OilRevenueSim.Cli.Commands;
using OilRevenueSim.Cli.Terminals;

namespace OilRevenueSim.Cli;

/// <summary>Entry point of <c>oilsim</c>.</summary>
internal static class Program
{
    private static int Main(string[] args)
    {
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        using var interrupt = new Interrupt();
        return Oilsim.Run(args, Terminal.OfProcess(interrupt.Token));
    }
}
