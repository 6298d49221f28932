using System.Collections.Concurrent;
using System.Collections.Immutable;
using OilRevenueSim.Core.Simulation;

namespace OilRevenueSim;

/// <summary>A folder of finished cells, <c>FOLDER/ENGINE-VERSION/ab/abcdef….cell</c>, named by all that determines them.</summary>
/// <remarks>
/// A file is written beside its place and renamed, so that it is whole or not there; two processes that finish the same cell write the
/// same bytes. What cannot be used is left as it is and said.
/// </remarks>
internal sealed class CellCache
{
    private readonly string folder;
    private readonly ConcurrentDictionary<string, string> notices = new(StringComparer.Ordinal);

    /// <summary>Opens the folder, which is made where it does not exist.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public CellCache(string root)
    {
        folder = Path.Combine(Path.GetFullPath(root), Ensemble.EngineVersion);
        try
        {
            Directory.CreateDirectory(folder);
            var probe = Path.Combine(folder, $".{Path.GetRandomFileName()}.probe");
            using var stream = new FileStream(
                probe,
                FileMode.Create,
                FileAccess.Write,
                FileShare.None,
                1,
                FileOptions.DeleteOnClose
            );
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new IOException($"the cache {root} cannot be written: {e.Message} Choose another folder for it.", e);
        }

        foreach (var other in Directory.EnumerateDirectories(Path.GetFullPath(root)).Order(StringComparer.Ordinal))
        {
            if (Path.GetFileName(other) != Ensemble.EngineVersion)
            {
                notices[other] =
                    $"{other} holds cells of another version ({Path.GetFileName(other)}; this is {Ensemble.EngineVersion}): not used, left as they are";
            }
        }
    }

    /// <summary>What could not be used, in words.</summary>
    public ImmutableArray<string> Notices => [.. notices.Values.Order(StringComparer.Ordinal)];

    /// <summary>A finished cell, or null where there is none that can be used.</summary>
    public CellSample[]? Find(CellKey key)
    {
        var path = PathOf(key);
        try
        {
            return File.Exists(path) ? CellFile.Read(key, File.ReadAllBytes(path)) : null;
        }
        catch (Exception e) when (e is FormatException or IOException or UnauthorizedAccessException)
        {
            notices[path] =
                $"{path} is damaged ({e.Message}): not used, left as it is; move it away and the cell is kept again";
            return null;
        }
    }

    /// <summary>Keeps a finished cell; a file that stands in its place stays.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public void Keep(CellKey key, CellSample[] samples)
    {
        var path = PathOf(key);
        if (File.Exists(path))
        {
            return;
        }

        // Others may write the same cell at the same time, in this process or another.
        var beside = $"{path}.{Path.GetRandomFileName()}.partial";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(beside, CellFile.Write(key, samples));
            File.Move(beside, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Discard(beside);
            throw new IOException($"a cell cannot be kept in {folder}: {e.Message} Finished cells are kept.", e);
        }
    }

    // Best effort: a disk that cannot be written may not let go of a file either.
    private static void Discard(string beside)
    {
        try
        {
            File.Delete(beside);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // What went wrong first is what is said.
        }
    }

    private string PathOf(CellKey key)
    {
        var name = key.Name;
        return Path.Combine(folder, name[..2], name + ".cell");
    }
}
