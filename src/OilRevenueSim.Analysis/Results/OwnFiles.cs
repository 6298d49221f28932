namespace OilRevenueSim.Analysis.Results;

/// <summary>Files and folders that a user put into a result: no rerun deletes them.</summary>
internal static class OwnFiles
{
    /// <summary>Moves what is not part of a result from its folder to the same place in another folder.</summary>
    /// <param name="from">Folder of a result; <c>previous/</c> in it is left alone.</param>
    /// <param name="to">Folder that exists. Where the place is taken there, the file gets a name of its own.</param>
    public static void Carry(string from, string to)
    {
        if (Directory.Exists(from))
        {
            Carry(from, to, "", OutputsOf(from));
        }
    }

    // Renames on one volume: what a dying process has not moved is moved when the next run begins.
    private static void Carry(string from, string to, string below, HashSet<string> outputs)
    {
        foreach (var entry in new DirectoryInfo(from).GetFileSystemInfos())
        {
            var name = below + entry.Name;
            var target = Path.Combine(to, entry.Name);
            if (outputs.Contains(name))
            {
                continue;
            }

            if (entry is DirectoryInfo { LinkTarget: null } folder)
            {
                var isShared = outputs.Any(o => o.StartsWith(name + "/", StringComparison.Ordinal));
                if (isShared || Directory.Exists(target))
                {
                    Carry(folder.FullName, target, name + "/", outputs);
                }
                else
                {
                    folder.MoveTo(FreeName(target));
                }
            }
            else if (entry is DirectoryInfo link)
            {
                Directory.CreateDirectory(to);
                link.MoveTo(FreeName(target));
            }
            else
            {
                Directory.CreateDirectory(to);
                ((FileInfo)entry).MoveTo(FreeName(target));
            }
        }
    }

    private static HashSet<string> OutputsOf(string folder)
    {
        HashSet<string> known = new(StringComparer.Ordinal)
        {
            ResultFolder.ManifestName,
            ResultFolder.RunLogName,
            ResultFolder.SummaryCsvName,
            ResultFolder.SummaryJsonName,
            ResultFolder.PreviousName,
        };
        try
        {
            known.UnionWith(ResultFolder.ReadManifest(folder)?.Outputs.Select(o => o.Path) ?? []);
        }
        catch (FormatException)
        {
            // A damaged manifest names nothing: what it would have named is kept like the user's own files.
        }

        return known;
    }

    private static string FreeName(string wanted)
    {
        var free = wanted;
        for (var n = 1; Path.Exists(free); n++)
        {
            free = Path.Combine(
                Path.GetDirectoryName(wanted)!,
                $"{Path.GetFileNameWithoutExtension(wanted)}.kept-{n}{Path.GetExtension(wanted)}"
            );
        }

        return free;
    }
}
