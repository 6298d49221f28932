using System.CommandLine;
using OilRevenueSim.Analysis.Exports;
using OilRevenueSim.Cli.Runs;
using OilRevenueSim.Cli.Terminals;

namespace OilRevenueSim.Cli.Commands;

/// <summary><c>oilsim export</c>: the tables of a result in formats of other programs.</summary>
internal static class ExportCommand
{
    /// <summary>Lines that can be typed as they stand.</summary>
    public static string[] Examples =>
        [
            "oilsim export results/minimal/base --out summary.parquet",
            "oilsim export results/minimal/base --format csv --excel --out summary-for-excel.csv",
            "oilsim export results/minimal/base --table paths --format arrow --out paths.arrow",
        ];

    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var result = new Argument<string>("RESULT") { Description = "Folder of a result, e.g. results/minimal/base." };
        var format = new Option<string?>("--format")
        {
            HelpName = "parquet|arrow|arrow-stream|csv",
            Description = "Format; by default as --out ends, or else parquet.",
        };
        var table = new Option<string>("--table")
        {
            HelpName = "summary|comparison|paths",
            Description = "Table; paths only where the run kept them.",
            DefaultValueFactory = _ => ResultExport.Summary,
        };
        var file = new Option<string?>("--out")
        {
            HelpName = "FILE",
            Description = "File to write; by default named after the table, here.",
        };
        var excel = new Option<bool>("--excel") { Description = "CSV that Excel opens as UTF-8." };
        var force = new Option<bool>("--force") { Description = "Replace a file that is there." };
        var command = new Command("export", "Write a table of a result as Parquet, Arrow or CSV.")
        {
            result,
            format,
            table,
            file,
            excel,
            force,
        };
        command.SetAction(given =>
            new ExportRun(terminal).Execute(
                given.GetValue(result)!,
                given.GetValue(table)!,
                given.GetValue(format),
                given.GetValue(file),
                given.GetValue(excel),
                given.GetValue(force)
            )
        );
        return command;
    }
}
