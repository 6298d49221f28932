using OilRevenueSim.Core.Simulation;
using Xunit;

namespace OilRevenueSim.Repo.Tests;

/// <summary>docs/reference/results.md against what a run can write.</summary>
public sealed class ResultsPageTests
{
    [Fact]
    public void Every_quantity_that_a_run_reports_is_explained()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "reference", "results.md"));

        Assert.Empty(
            ReportQuantity.All.Where(q => !page.Contains($"`{q.Name}`", StringComparison.Ordinal)).Select(q => q.Name)
        );
    }
}
