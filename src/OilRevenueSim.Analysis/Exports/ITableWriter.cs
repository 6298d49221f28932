namespace OilRevenueSim.Analysis.Exports;

/// <summary>Writes one table in one format, block by block, so that no table has to be in memory.</summary>
internal interface ITableWriter : IDisposable
{
    /// <summary>Writes the next rows.</summary>
    void Write(TableBlock block);

    /// <summary>Ends the file; what is disposed without it is no whole file.</summary>
    void Complete();
}
