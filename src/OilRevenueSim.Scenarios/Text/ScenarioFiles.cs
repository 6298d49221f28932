using System.Text;

namespace OilRevenueSim.Scenarios.Text;

/// <summary>Where the bytes of a scenario come from.</summary>
internal interface IScenarioFiles
{
    /// <summary>The bytes of a file, or why there are none.</summary>
    /// <param name="path">Path of the file.</param>
    /// <param name="name">Its path from the main file's folder, with slashes.</param>
    (byte[]? Bytes, DiagnosticRule? Rule, string? Problem) Load(string path, string name);
}

/// <summary>Files on disk; a file over the limit is refused without being read.</summary>
internal sealed class DiskFiles : IScenarioFiles
{
    /// <summary>Largest file that is read, bytes.</summary>
    public const int MostBytes = 4 * 1024 * 1024;

    public (byte[]? Bytes, DiagnosticRule? Rule, string? Problem) Load(string path, string name)
    {
        try
        {
            if (Directory.Exists(path))
            {
                return (null, DiagnosticTable.PathIsFolder, "this is a folder, not a file");
            }

            if (!File.Exists(path))
            {
                return (null, DiagnosticTable.FileNotFound, "there is no such file");
            }

            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            var buffer = new byte[MostBytes + 1];
            var length = stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
            return length > MostBytes
                ? (null, DiagnosticTable.FileTooLarge, "the file is larger than 4 MB")
                : (buffer[..length], null, null);
        }
        catch (Exception failure)
            when (failure is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            return (null, DiagnosticTable.FileUnreadable, $"the file cannot be read: {failure.Message.TrimEnd('.')}");
        }
    }
}

/// <summary>Texts in memory, for editors and tests.</summary>
internal sealed class MemoryFiles(string main, string text, IReadOnlyDictionary<string, string>? others)
    : IScenarioFiles
{
    public (byte[]? Bytes, DiagnosticRule? Rule, string? Problem) Load(string path, string name)
    {
        var found =
            path == main ? text
            : others is not null && others.TryGetValue(name, out var other) ? other
            : null;
        return found is null ? (null, DiagnosticTable.FileNotFound, "there is no such file")
            : found.Length > DiskFiles.MostBytes ? (null, DiagnosticTable.FileTooLarge, "the file is larger than 4 MB")
            : (Encoding.UTF8.GetBytes(found), null, null);
    }
}
