using OilRevenueSim.Analysis.Results;

namespace OilRevenueSim.Reporting.Output;

/// <summary>Writes a file so that it is there whole or not at all.</summary>
internal static class WholeFile
{
    /// <summary>Writes beside the place and renames; an earlier file stands until the new one is whole. Folders are made.</summary>
    /// <param name="path">File.</param>
    /// <param name="bytes">Its content.</param>
    /// <exception cref="IOException">It could not be written; the message says why, and what was there is as it was.</exception>
    public static void Write(string path, byte[] bytes)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        var partial = Path.Combine(folder, $".{Path.GetFileName(path)}.partial");
        try
        {
            Directory.CreateDirectory(folder);
            if (Directory.Exists(path))
            {
                throw new IOException("a folder of that name is there");
            }

            // Two that write the same file at once: the second is refused here.
            using (var stream = new FileStream(partial, FileMode.Create, FileAccess.Write, FileShare.None))
            {
                Fill(stream, bytes, partial);
            }

            File.Move(partial, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new IOException($"{path} could not be written: {Why(e)}. Nothing was left half-written.", e);
        }
    }

    private static void Fill(FileStream stream, byte[] bytes, string path)
    {
        try
        {
            stream.Write(bytes);
            stream.Flush(flushToDisk: true);
        }
        catch
        {
            stream.Dispose();
            File.Delete(path);
            throw;
        }
    }

    private static string Why(Exception failure) =>
        ResultFolderException.From(failure, "").Problem switch
        {
            ResultFolderProblem.NotWritable => "there is no permission to write there, or the disk is read-only",
            ResultFolderProblem.DiskFull => "the disk is full",
            _ => failure.Message.TrimEnd('.'),
        };
}
