using System.Collections.Immutable;
using System.Security.Cryptography;
using OilRevenueSim.Core.Model;
using OilRevenueSim.Core.Uncertainty;
using OilRevenueSim.Scenarios.Quantities;
using OilRevenueSim.Scenarios.Text;
using OilRevenueSim.Scenarios.Writing;
using OilRevenueSim.Scenarios.Yaml;

namespace OilRevenueSim.Scenarios.Reading;

/// <summary>The tables of <c>draws:</c>, whose columns wait for the reader to reach their addresses.</summary>
internal sealed class DrawTables(IScenarioFiles files, string mainPath)
{
    private readonly SortedDictionary<string, Column> columns = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, JointDraws> tables = new(StringComparer.Ordinal);
    private readonly HashSet<string> taken = new(StringComparer.Ordinal);
    private readonly HashSet<string> set = new(StringComparer.Ordinal);

    /// <summary>Tables of a scenario that was read before, or made in code, by name.</summary>
    public ImmutableArray<JointDraws> Known { get; init; } = [];

    /// <summary>Files read, with their hashes, in order of table.</summary>
    public IEnumerable<SourceFile> Files =>
        tables.Values.Where(t => t.FileSha256.Length > 0).Select(t => new SourceFile(t.File, t.FileSha256));

    /// <summary>The tables with the columns that are used.</summary>
    public ImmutableArray<JointDraws> Used =>
        [
            .. tables
                .Values.Select(t =>
                    t with
                    {
                        Columns = [.. t.Columns.Where(c => taken.Contains(c.Address))],
                        IsRead = true,
                    }
                )
                .Where(t => !t.Columns.IsEmpty),
        ];

    /// <summary>Loads every table that a file names; what is wrong with the section itself is found when it is read.</summary>
    public void Load(MappingNode top, ReadingContext context)
    {
        foreach (var entry in (top.Find("draws")?.Value as MappingNode)?.Entries ?? [])
        {
            if (entry.Value is MappingNode section && section.Find("file")?.Value is ScalarNode { IsEmpty: false } file)
            {
                Load(entry.Key.Text, section, file, context);
            }
        }
    }

    /// <summary>True when a column has an address.</summary>
    public bool Has(string address) => columns.ContainsKey(address);

    /// <summary>Notes that the value of an address was set beside the file, which counts more than a table.</summary>
    public void Leave(string address) => set.Add(address);

    /// <summary>The quantity that a column supplies, or null where there is none or it was not understood (and reported).</summary>
    /// <param name="address">Address of the quantity.</param>
    /// <param name="rule">What the key expects.</param>
    /// <param name="replaced">What the key says by itself, or null.</param>
    /// <param name="context">Receives findings.</param>
    public Quantity? Take(string address, QuantityRule rule, Quantity? replaced, ReadingContext context)
    {
        if (!columns.TryGetValue(address, out var found))
        {
            return null;
        }

        taken.Add(address);
        if (found.Measure(rule, context) is not var (unit, rows))
        {
            return null;
        }

        return new Quantity
        {
            Address = address,
            Law = new TableLaw(rows),
            Dimension = unit.Dimension,
            Range = unit.Range,
            Conversion = unit.Conversion,
            WindowYears = unit.WindowYears,
            Text = $"{found.Table.Name}, {found.Table.Rows} draws",
            Provenance = found.Table.Provenance,
            Draws = found.Table.Name,
            Replaced = replaced,
        };
    }

    /// <summary>Reports columns that the reader never reached.</summary>
    public void ReportUntaken(ReadingContext context)
    {
        foreach (var (address, column) in columns.Where(c => !taken.Contains(c.Key) && !set.Contains(c.Key)))
        {
            var known = context.Quantities.Keys.Concat(context.EventLaws.Keys);
            context.Add(
                DiagnosticTable.DrawsUnknownColumn,
                column.HeaderSpan,
                $"the column '{column.Draws.Header}' of '{column.Table.Name}' names no quantity of the scenario",
                NearestName.FindAll(address, known, 3) is { Count: > 0 } near
                    ? $"near it: {string.Join(", ", near)}"
                    : "an address is the path of keys, such as benchmarks.brent.long-run or parameters.NAME"
            );
        }
    }

    private void Load(string name, MappingNode section, ScalarNode file, ReadingContext context)
    {
        var known = Known.FirstOrDefault(t => t.Name == name);
        DrawsFile? read = null;
        if (known is null)
        {
            (read, known) = ReadFile(name, section, file, context);
        }

        if (known is null)
        {
            return;
        }

        if (known.Columns.IsDefaultOrEmpty || known.Rows < 2)
        {
            context.Add(
                DiagnosticTable.DrawsTooFew,
                file.Span,
                $"the draws '{name}' have {known.Rows} rows and {(known.Columns.IsDefault ? 0 : known.Columns.Length)} columns",
                "a table of draws has a header and at least two rows"
            );
            return;
        }

        tables[name] = known;
        foreach (var column in known.Columns)
        {
            var span = read?.HeaderOf(column) ?? file.Span;
            if (!columns.TryAdd(column.Address, new Column(known, column, read, span)))
            {
                context.Add(
                    DiagnosticTable.DrawsColumnTwice,
                    span,
                    $"two columns have the address '{column.Address}'",
                    "keep one of them"
                );
            }
        }
    }

    private (DrawsFile? File, JointDraws? Table) ReadFile(
        string name,
        MappingNode section,
        ScalarNode file,
        ReadingContext context
    )
    {
        if (RelativeName.Of(file.Text, RelativeName.NameOf(file.Span.Source, mainPath)) is not { } relative)
        {
            RelativeName.ReportOutside(file, context.Diagnostics);
            return (null, null);
        }

        var path = RelativeName.PathOf(relative, mainPath);
        var (bytes, _, problem) = files.Load(path, relative);
        if (bytes is null)
        {
            context.Add(
                DiagnosticTable.IncludeUnreadable,
                file.Span,
                $"the file of draws '{file.Text}' cannot be used: {problem}",
                "file: is relative to the folder of the file it stands in"
            );
            return (null, null);
        }

        return
            TextDecoding.Decode(bytes, path, context.Diagnostics) is { } source
            && DrawsFile.Read(source, context.Diagnostics) is { } read
            ? (
                read,
                new JointDraws
                {
                    Name = name,
                    Columns = read.Columns,
                    Provenance = new Provenance(
                        section.TextOf("source"),
                        QuantityReader.GradeOf(section.TextOf("grade")),
                        section.TextOf("date"),
                        section.TextOf("note")
                    ),
                    File = relative,
                    FileSha256 = Convert.ToHexStringLower(SHA256.HashData(bytes)),
                }
            )
            : (null, null);
    }

    /// <summary>A column with the place it was read from, where it was.</summary>
    private sealed record Column(JointDraws Table, DrawColumn Draws, DrawsFile? File, SourceSpan HeaderSpan)
    {
        /// <summary>The numbers in base units, each measured as the key would measure it; null where one will not do (reported).</summary>
        public (MeasuredQuantity Unit, ImmutableArray<double> Rows)? Measure(QuantityRule rule, ReadingContext context)
        {
            var space = Draws.Unit.Length == 0 || Draws.Unit.StartsWith('%') ? "" : " ";
            var (shape, wrong) = QuantityGrammar.Read($"1{space}{Draws.Unit}");
            if (wrong is not null || shape is not { Kind: ShapeKind.Certain })
            {
                Report(
                    wrong?.Rule ?? DiagnosticTable.DrawsHeader,
                    HeaderSpan,
                    wrong?.Message ?? "is no unit",
                    wrong?.Hint,
                    context
                );
                return null;
            }

            var rows = ImmutableArray.CreateBuilder<double>(Draws.Values.Length);
            MeasuredQuantity? unit = null;
            for (var row = 0; row < Draws.Values.Length; row++)
            {
                if (!double.IsFinite(Draws.Values[row]) || Draws.Values.Length != Table.Rows)
                {
                    ReportMissing(row, context);
                    return null;
                }

                var number = DecimalText.Of(Draws.Values[row]);
                var text = $"{number}{space}{Draws.Unit}";
                var value = shape.Values[0] with { Number = number, Start = 0, Length = text.Length };
                var (measured, problem) = QuantityMeasure.Of(shape with { Values = [value], Text = text }, rule);
                if (measured?.Law is not CertainLaw certain)
                {
                    var isUnit =
                        problem!.Rule == DiagnosticTable.UnitWrong || problem.Rule == DiagnosticTable.UnitMissing;
                    var place = isUnit ? HeaderSpan : File?.CellOf(Draws, row) ?? HeaderSpan;
                    Report(
                        problem.Rule,
                        place,
                        (isUnit ? "" : $"row {row + 1}: ") + problem.Message,
                        problem.Hint,
                        context
                    );
                    return null;
                }

                unit ??= measured;
                rows.Add(certain.Value);
            }

            return (unit!, rows.MoveToImmutable());
        }

        private void ReportMissing(int row, ReadingContext context) =>
            context.Add(
                DiagnosticTable.DrawsCell,
                File?.CellOf(Draws, row) ?? HeaderSpan,
                Draws.Values.Length != Table.Rows
                    ? $"the column '{Draws.Header}' of '{Table.Name}' has {Draws.Values.Length} rows, but the first column has {Table.Rows}"
                    : $"row {row + 1} has no number in the column '{Draws.Header}' of '{Table.Name}'",
                "a row is one joint draw: leave out the whole row where a number is missing"
            );

        private void Report(
            DiagnosticRule found,
            SourceSpan place,
            string message,
            string? hint,
            ReadingContext context
        ) => context.Add(found, place, $"the column '{Draws.Header}' of '{Table.Name}': {message}", hint);
    }
}
