namespace OilRevenueSim.Scenarios.Tests;

public sealed class EverythingTests
{
    [Fact]
    public void Example_of_every_key_reads_without_errors()
    {
        var reading = ScenarioReader.Read(ExampleFiles.PathOf("everything.yaml"));
        Assert.Equal([], reading.Diagnostics.Where(d => d.Severity == Severity.Error).Select(d => d.Render()));
    }
}
