namespace OilRevenueSim.Analysis.Results;

/// <summary>The folders of one result and the moves between them.</summary>
internal sealed class ResultPlaces
{
    private readonly string parent;
    private readonly string root;
    private readonly string lockFile;
    private readonly string replaced;
    private bool madeRoot;
    private bool madeParent;

    internal ResultPlaces(string root, string scenario, string course)
    {
        ArgumentException.ThrowIfNullOrEmpty(root);
        CheckName(scenario, nameof(scenario));
        CheckName(course, nameof(course));
        this.root = Path.GetFullPath(root);
        parent = Path.Combine(this.root, scenario);
        Target = Path.Combine(parent, course);
        Partial = Path.Combine(parent, $".{course}.partial");
        replaced = Path.Combine(parent, $".{course}.replaced");
        lockFile = Path.Combine(parent, $".{course}.lock");
    }

    internal string Target { get; }

    internal string Partial { get; }

    private string TargetPrevious => Path.Combine(Target, ResultFolder.PreviousName);

    internal void Prepare()
    {
        for (var folder = Target; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(folder))
            {
                throw ResultFolderException.FileInTheWayAt(folder);
            }
        }

        madeRoot = !Directory.Exists(root);
        madeParent = !Directory.Exists(parent);
        Directory.CreateDirectory(parent);
    }

    // The file goes when its holder ends. Between another run's opening and locking it may already have gone: that lock would
    // be on nothing, so it is taken again.
    internal FileStream Lock()
    {
        while (true)
        {
            FileStream? hold = null;
            try
            {
                hold = new FileStream(
                    lockFile,
                    FileMode.OpenOrCreate,
                    FileAccess.ReadWrite,
                    FileShare.None,
                    bufferSize: 1,
                    FileOptions.DeleteOnClose
                );
                if (File.Exists(lockFile))
                {
                    return hold;
                }

                hold.Dispose();
            }
            catch (IOException e)
                when (hold is null && File.Exists(lockFile) && e.GetType() == typeof(IOException) && IsSharing(e))
            {
                throw new ResultFolderException(
                    ResultFolderProblem.Busy,
                    Target,
                    $"Another run is writing {Target}. Wait for it or choose another folder with --out.",
                    e
                );
            }
        }
    }

    /// <summary>Finishes or undoes the swap of a run that died in it, and removes what it had staged.</summary>
    internal void Recover()
    {
        if (Directory.Exists(replaced))
        {
            if (Directory.Exists(Target))
            {
                KeepReplacedAsPrevious();
            }
            else
            {
                Directory.Move(replaced, Target);
            }
        }

        DeleteFolder(Partial);
    }

    /// <summary>Refuses a folder that holds something else than a result: a result is told from it by its manifest.</summary>
    internal void CheckTarget()
    {
        if (
            Directory.Exists(Target)
            && !File.Exists(Path.Combine(Target, ResultFolder.ManifestName))
            && Directory.EnumerateFileSystemEntries(Target).Any(e => Path.GetFileName(e) != ResultFolder.PreviousName)
        )
        {
            throw new ResultFolderException(
                ResultFolderProblem.NotAResult,
                Target,
                $"{Target} holds files but no {ResultFolder.ManifestName}: it is not a result and will not be replaced. "
                    + "Move it away or choose another folder with --out."
            );
        }
    }

    /// <summary>Two renames; if the second fails the first is undone. Then the earlier result becomes <c>previous/</c>.</summary>
    internal void Swap()
    {
        if (!Directory.Exists(Target))
        {
            Directory.Move(Partial, Target);
            return;
        }

        Directory.Move(Target, replaced);
        try
        {
            Directory.Move(Partial, Target);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Directory.Move(replaced, Target);
            throw;
        }

        try
        {
            KeepReplacedAsPrevious();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The new result stands. The earlier one waits beside it; the next run moves it or says why it cannot.
        }
    }

    /// <summary>Removes what was staged; what cannot be removed now is removed by the next run.</summary>
    internal void GiveUp()
    {
        try
        {
            DeleteFolder(Partial);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Nothing of it looks like a result.
        }
    }

    /// <summary>Removes the folders that <see cref="Prepare"/> made, if nothing has come into them.</summary>
    internal void RemoveEmptyParents()
    {
        try
        {
            if (madeParent && Directory.Exists(parent))
            {
                Directory.Delete(parent);
            }

            if (madeRoot && Directory.Exists(root))
            {
                Directory.Delete(root);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Not empty: another run uses it.
        }
    }

    // A user's own files stay where they are: those in the result in the new one, those in previous/ in previous/.
    private void KeepReplacedAsPrevious()
    {
        OwnFiles.Carry(replaced, Target);
        foreach (var dropped in (string[])[Path.Combine(replaced, ResultFolder.PreviousName), TargetPrevious])
        {
            OwnFiles.Carry(dropped, replaced);
            DeleteFolder(dropped);
        }

        Directory.Move(replaced, TargetPrevious);
    }

    // A sharing violation: EAGAIN/EWOULDBLOCK (11 on Linux, 35 on macOS) or ERROR_SHARING_VIOLATION 32.
    private static bool IsSharing(IOException failure) =>
        OperatingSystem.IsWindows()
            ? (failure.HResult & 0xFFFF) is 32 or 33
            : failure.HResult is 11 or 35 or unchecked((int)0x80070020);

    private static void DeleteFolder(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void CheckName(string name, string argument)
    {
        if (
            string.IsNullOrWhiteSpace(name)
            || name is "." or ".."
            || name.AsSpan().IndexOfAny(Path.GetInvalidFileNameChars()) >= 0
            || name.AsSpan().ContainsAny('/', '\\')
        )
        {
            throw new ArgumentException($"'{name}' cannot be the name of a folder.", argument);
        }
    }
}
