namespace OilRevenueSim.Scenarios.Tests;

public sealed class FileDiagnosticTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("oilsim-reader-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Missing_file_names_the_file_that_was_probably_meant()
    {
        File.WriteAllText(Path.Combine(folder, "sirte-2016.yaml"), ExampleFiles.Small);
        var found = Only(Path.Combine(folder, "sirte-2061.yaml"), "ORS1001");
        Assert.Equal("did you mean sirte-2016.yaml?", found.Hint);
    }

    [Fact]
    public void Folder_in_place_of_a_file_is_said() => Only(folder, "ORS1002");

    [Fact]
    public void Unreadable_file_is_said()
    {
        var path = Path.Combine(folder, "locked.yaml");
        File.WriteAllText(path, ExampleFiles.Small);
        using var locked = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        Only(path, "ORS1003");
    }

    [Fact]
    public void File_of_100_megabytes_is_refused_without_reading_it_all()
    {
        var path = Path.Combine(folder, "large.yaml");
        using (var stream = File.Create(path))
        {
            stream.SetLength(100L * 1024 * 1024);
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        Only(path, "ORS1004");
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.True(allocated < 20_000_000, $"calculated {allocated} bytes, expected fewer than 20000000");
    }

    [Theory]
    [InlineData(new byte[] { 0x74, 0x3A, 0x20, 0xC3, 0x28 })]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x74, 0x00 })]
    public void Text_that_is_not_utf8_is_refused(byte[] bytes)
    {
        var path = Path.Combine(folder, "latin.yaml");
        File.WriteAllBytes(path, bytes);
        Only(path, "ORS1006");
    }

    [Fact]
    public void Binary_file_is_refused()
    {
        var path = Path.Combine(folder, "image.yaml");
        File.WriteAllBytes(path, [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0x00, 0x00]);
        Only(path, "ORS1007");
    }

    [Fact]
    public void Utf8_with_a_byte_order_mark_is_read()
    {
        var path = Path.Combine(folder, "bom.yaml");
        File.WriteAllBytes(path, [0xEF, 0xBB, 0xBF, .. System.Text.Encoding.UTF8.GetBytes(ExampleFiles.Small)]);
        Assert.NotNull(ScenarioReader.Read(path).Scenario);
    }

    [Fact]
    public void Fifty_thousand_nested_brackets_are_refused_at_once()
    {
        foreach (
            var text in new[]
            {
                new string('[', 50_000),
                "a: " + new string('{', 50_000),
                string.Concat(Enumerable.Repeat("- ", 50_000)) + "a",
            }
        )
        {
            var reading = ExampleFiles.Read(text);
            Assert.Contains(reading.Diagnostics, d => d.Code == "ORS1009");
        }
    }

    [Fact]
    public void Included_world_is_joined_and_hashed_and_names_its_own_file_in_messages()
    {
        Directory.CreateDirectory(Path.Combine(folder, "world"));
        var split = ExampleFiles.Small.IndexOf("\nfields:", StringComparison.Ordinal);
        var header = ExampleFiles.Small.IndexOf("\nparameters:", StringComparison.Ordinal);
        File.WriteAllText(
            Path.Combine(folder, "world", "libya.yaml"),
            "step: day\n" + ExampleFiles.Small[header..split]
        );
        var main = Path.Combine(folder, "main.yaml");
        File.WriteAllText(
            main,
            ExampleFiles.Small[..header] + "\ninclude: world/libya.yaml" + ExampleFiles.Small[split..]
        );
        var reading = ScenarioReader.Read(main);
        Assert.Equal([], reading.Diagnostics.Select(d => d.Render()));
        Assert.Equal(["main.yaml", "world/libya.yaml"], reading.Scenario!.Files.Select(f => f.Name));
        Assert.Equal(ExampleFiles.Read(ExampleFiles.Small).Scenario!.ContentHash, reading.Scenario.ContentHash);

        File.AppendAllText(
            Path.Combine(folder, "world", "libya.yaml"),
            "\nnodes: { gate: { kind: gate, area: sirte } }\n"
        );
        var broken = ScenarioReader.Read(main).Diagnostics.Single();
        Assert.Equal(("ORS2009", Path.Combine(folder, "world/libya.yaml")), (broken.Code, broken.File));
    }

    private static Diagnostic Only(string path, string code)
    {
        var reading = ScenarioReader.Read(path);
        Assert.Null(reading.Scenario);
        var found = Assert.Single(reading.Diagnostics);
        Assert.Equal((code, path), (found.Code, found.File));
        return found;
    }
}
