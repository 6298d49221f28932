namespace OilRevenueSim.Analysis.Results;

/// <summary>Why a result could not be written.</summary>
public enum ResultFolderProblem
{
    /// <summary>Something else went wrong in the file system; the inner exception says what.</summary>
    Other,

    /// <summary>No permission to write there, or the disk is read-only.</summary>
    NotWritable,

    /// <summary>The disk or the quota is full.</summary>
    DiskFull,

    /// <summary>A file stands where a folder is needed.</summary>
    FileInTheWay,

    /// <summary>The folder holds files that no run has written.</summary>
    NotAResult,

    /// <summary>Another run is writing the same result.</summary>
    Busy,
}

/// <summary>A result could not be written; an earlier result in that place is untouched.</summary>
public sealed class ResultFolderException : IOException
{
    /// <summary>Creates the exception.</summary>
    public ResultFolderException(ResultFolderProblem problem, string path, string message, Exception? inner = null)
        : base(message, inner)
    {
        Problem = problem;
        Path = path;
    }

    /// <summary>Creates an exception without details.</summary>
    public ResultFolderException()
        : this(ResultFolderProblem.Other, "", "The result could not be written.") { }

    /// <summary>Creates an exception with a message.</summary>
    public ResultFolderException(string message)
        : this(ResultFolderProblem.Other, "", message) { }

    /// <summary>Creates an exception with a message and a cause.</summary>
    public ResultFolderException(string message, Exception innerException)
        : this(ResultFolderProblem.Other, "", message, innerException) { }

    /// <summary>What is wrong.</summary>
    public ResultFolderProblem Problem { get; }

    /// <summary>Where.</summary>
    public string Path { get; } = "";

    /// <summary>Tells a file-system failure in plain words.</summary>
    /// <param name="failure">An <see cref="IOException"/> or <see cref="UnauthorizedAccessException"/>.</param>
    /// <param name="path">File or folder that was being written.</param>
    public static ResultFolderException From(Exception failure, string path) =>
        failure switch
        {
            ResultFolderException known => known,
            UnauthorizedAccessException => new(
                ResultFolderProblem.NotWritable,
                path,
                $"No permission to write {path}. Choose another folder with --out.",
                failure
            ),
            IOException io when IsDiskFull(io) => new(
                ResultFolderProblem.DiskFull,
                path,
                $"The disk is full: {path} could not be written. Free some space or choose another folder with --out.",
                failure
            ),
            IOException io when IsReadOnlyDisk(io) => new(
                ResultFolderProblem.NotWritable,
                path,
                $"The disk that holds {path} is read-only. Choose another folder with --out.",
                failure
            ),
            FileNotFoundException or DirectoryNotFoundException => NothingMade(failure, path),
            _ => new(
                ResultFolderProblem.Other,
                path,
                $"{path} could not be written: {failure.Message.TrimEnd('.')}. Choose another folder with --out.",
                failure
            ),
        };

    // What is there, of all that leads to a place, is a file, or a folder in which nothing can be made, such as /proc.
    private static ResultFolderException NothingMade(Exception failure, string path)
    {
        var there = System.IO.Path.GetFullPath(path);
        while (!System.IO.Path.Exists(there) && System.IO.Path.GetDirectoryName(there) is { } parent)
        {
            there = parent;
        }

        return File.Exists(there)
            ? FileInTheWayAt(there)
            : new(
                ResultFolderProblem.NotWritable,
                path,
                $"{path} could not be written: the system makes no files or folders in {there}. Choose another folder with --out.",
                failure
            );
    }

    internal static ResultFolderException FileInTheWayAt(string path) =>
        new(
            ResultFolderProblem.FileInTheWay,
            path,
            $"{path} is a file; a folder is needed there. Move the file away or choose another folder with --out."
        );

    // On Unix HResult carries errno: ENOSPC 28; EDQUOT 122 (Linux), 69 (macOS). On Windows the Win32 code in its low word:
    // ERROR_HANDLE_DISK_FULL 39, ERROR_DISK_FULL 112, ERROR_DISK_QUOTA_EXCEEDED 1295.
    private static bool IsDiskFull(IOException failure) =>
        OperatingSystem.IsWindows()
            ? (failure.HResult & 0xFFFF) is 39 or 112 or 1295
            : failure.HResult is 28 || failure.HResult == (OperatingSystem.IsMacOS() ? 69 : 122);

    // EROFS 30; ERROR_WRITE_PROTECT 19.
    private static bool IsReadOnlyDisk(IOException failure) =>
        OperatingSystem.IsWindows() ? (failure.HResult & 0xFFFF) is 19 : failure.HResult is 30;
}
