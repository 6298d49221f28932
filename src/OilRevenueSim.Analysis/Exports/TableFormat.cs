namespace OilRevenueSim.Analysis.Exports;

/// <summary>A format of tables.</summary>
public enum TableFormat
{
    /// <summary>Apache Parquet, compressed with zstd; <c>.parquet</c>.</summary>
    Parquet,

    /// <summary>Arrow IPC file format, also called Feather version 2; <c>.arrow</c>.</summary>
    Arrow,

    /// <summary>Arrow IPC streaming format; <c>.arrows</c>.</summary>
    ArrowStream,

    /// <summary>Comma-separated text, with units and provenance in a <c>-metadata.json</c> beside it; <c>.csv</c>.</summary>
    Csv,

    /// <summary>The same with a byte order mark and Windows line ends, as Excel likes it; <c>.csv</c>.</summary>
    ExcelCsv,
}
