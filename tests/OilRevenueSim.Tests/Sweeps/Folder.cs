namespace OilRevenueSim.Tests.Sweeps;

/// <summary>A folder of its own that goes with the test.</summary>
internal sealed class Folder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("oilsim-sweep-");

    public string Path => folder.FullName;

    public string[] Files => Directory.GetFiles(Path, "*", SearchOption.AllDirectories);

    public void Dispose() => folder.Delete(recursive: true);
}
