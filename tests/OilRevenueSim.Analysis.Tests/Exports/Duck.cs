using DuckDB.NET.Data;

namespace OilRevenueSim.Analysis.Tests.Exports;

/// <summary>Reads files as a stranger would: with DuckDB, which shares no line of code with the writers.</summary>
internal static class Duck
{
    /// <summary>Rows of a query; null where a cell is missing.</summary>
    public static List<object?[]> Rows(string sql)
    {
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<object?[]>();
        while (reader.Read())
        {
            rows.Add([
                .. Enumerable.Range(0, reader.FieldCount).Select(i => reader.IsDBNull(i) ? null : reader.GetValue(i)),
            ]);
        }

        return rows;
    }

    /// <summary>Key-value metadata of a Parquet file.</summary>
    public static Dictionary<string, string> Metadata(string path) =>
        Rows($"select decode(key), decode(value) from parquet_kv_metadata('{path}')")
            .ToDictionary(row => (string)row[0]!, row => (string)row[1]!, StringComparer.Ordinal);
}
