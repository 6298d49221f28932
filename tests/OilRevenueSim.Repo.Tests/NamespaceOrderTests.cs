using Xunit;

namespace OilRevenueSim.Repo.Tests;

public sealed class NamespaceOrderTests
{
    [Fact]
    public void Types_of_Core_refer_only_to_their_own_namespace_and_to_lower_ranks()
    {
        var references = TypeReferences.In(Path.Combine(AppContext.BaseDirectory, "OilRevenueSim.Core.dll"));

        Assert.NotEmpty(references);
        Assert.Empty(Violations(references, "OilRevenueSim.Core.", LayeringTable.CoreRanks));
    }

    [Fact]
    public void Every_folder_of_Core_is_a_room_with_a_rank()
    {
        var rooms = Repository
            .Files.Where(f =>
                f.StartsWith("src/OilRevenueSim.Core/", StringComparison.Ordinal)
                && f.EndsWith(".cs", StringComparison.Ordinal)
            )
            .Select(f => f.Split('/')[2])
            .Distinct(StringComparer.Ordinal);

        Assert.Empty(rooms.Except(LayeringTable.CoreRanks.Keys, StringComparer.Ordinal));
    }

    [Fact]
    public void A_namespace_is_the_folder_it_lies_in()
    {
        var strays =
            from file in Repository.Files
            where file.StartsWith("src/", StringComparison.Ordinal) && file.EndsWith(".cs", StringComparison.Ordinal)
            // The library for studies is one namespace, whatever its folders: one using is enough (docs/adr/0014).
            let folder = file.StartsWith("src/OilRevenueSim/", StringComparison.Ordinal)
                ? "OilRevenueSim"
                : Path.GetDirectoryName(file)!.Replace('\\', '/')["src/".Length..].Replace('/', '.')
            let lines = File.ReadLines(Repository.PathOf(file))
            let declared = lines.FirstOrDefault(l => l.StartsWith("namespace ", StringComparison.Ordinal))
            where declared is not null && declared != $"namespace {folder};"
            select $"{file}: {declared}, expected namespace {folder};";

        Assert.Empty(strays);
    }

    [Fact]
    public void The_order_catches_references_hidden_in_bodies_lambdas_and_generic_fields()
    {
        var ranks = new Dictionary<string, int>(StringComparer.Ordinal)
        {
            ["Low"] = 0,
            ["Level"] = 1,
            ["Sideways"] = 1,
            ["High"] = 2,
        };
        var references = TypeReferences.In(typeof(NamespaceOrderTests).Assembly.Location);

        var violations = Violations(references, "OilRevenueSim.Repo.Tests.LayeringExample.", ranks);

        Assert.Equal(
            [
                "Low.HidesItInABody refers to High.Summit",
                "Low.HidesItInALambda refers to High.Summit",
                "Sideways.HidesItInAGenericField refers to Level.Plain",
            ],
            violations
        );
    }

    private static List<string> Violations(
        IEnumerable<TypeReference> references,
        string root,
        IReadOnlyDictionary<string, int> ranks
    )
    {
        var violations =
            from reference in references
            where reference.FromNamespace.StartsWith(root, StringComparison.Ordinal)
            where reference.ToNamespace.StartsWith(root, StringComparison.Ordinal)
            let here = reference.FromNamespace[root.Length..].Split('.')[0]
            let there = reference.ToNamespace[root.Length..].Split('.')[0]
            where here != there && ranks[here] <= ranks[there]
            select $"{here}.{reference.From} refers to {there}.{reference.To}";
        return [.. violations.Order(StringComparer.Ordinal)];
    }
}
