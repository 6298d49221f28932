using System.Globalization;
using System.Text;

namespace OilRevenueSim.Analysis.Exports;

/// <summary>A table as text: RFC 4180, UTF-8, decimal points, numbers in the shortest form that reads back to the same bits.</summary>
internal sealed class CsvTableWriter : ITableWriter
{
    private readonly StreamWriter writer;

    /// <param name="shape">Name and columns.</param>
    /// <param name="stream">Stream; stays open.</param>
    /// <param name="forExcel">True begins with a byte order mark, by which Excel knows UTF-8, and ends lines as Windows does.</param>
    public CsvTableWriter(TableShape shape, Stream stream, bool forExcel)
    {
        writer = new StreamWriter(stream, new UTF8Encoding(forExcel), bufferSize: 1 << 16, leaveOpen: true)
        {
            NewLine = forExcel ? "\r\n" : "\n",
        };
        for (var c = 0; c < shape.Columns.Length; c++)
        {
            Separate(c);
            CsvLine.WriteText(writer, shape.Columns[c].Name);
        }

        writer.WriteLine();
    }

    /// <inheritdoc />
    public void Write(TableBlock block)
    {
        for (var row = 0; row < block.Rows; row++)
        {
            for (var c = 0; c < block.Cells.Length; c++)
            {
                Separate(c);
                switch (block.Cells[c])
                {
                    case string?[] texts:
                        CsvLine.WriteText(writer, texts[row]);
                        break;
                    case double[] numbers:
                        CsvLine.WriteNumber(writer, double.IsNaN(numbers[row]) ? null : numbers[row]);
                        break;
                    case long[] whole:
                        writer.Write(whole[row].ToString(CultureInfo.InvariantCulture));
                        break;
                }
            }

            writer.WriteLine();
        }
    }

    /// <inheritdoc />
    public void Complete() => writer.Flush();

    /// <inheritdoc />
    public void Dispose() => writer.Dispose();

    private void Separate(int column)
    {
        if (column > 0)
        {
            writer.Write(',');
        }
    }
}
