using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;
using Xunit;

namespace OilRevenueSim.Repo.Tests;

public sealed class AssemblyLayeringTests
{
    private static readonly string Framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;

    public static TheoryData<string> Assemblies => [.. LayeringTable.Assemblies.Keys];

    [Fact]
    public void Every_project_of_src_stands_in_the_layering_table()
    {
        var projects = Repository
            .Files.Where(f =>
                f.StartsWith("src/", StringComparison.Ordinal) && f.EndsWith(".csproj", StringComparison.Ordinal)
            )
            .Select(f => Path.GetFileNameWithoutExtension(f));

        Assert.Equal(LayeringTable.Assemblies.Keys.Order(), projects.Order());
    }

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void Project_file_names_only_allowed_projects_and_packages(string assembly)
    {
        var allowed = LayeringTable.Assemblies[assembly];
        var project = XDocument.Parse(Repository.Text($"src/{assembly}/{assembly}.csproj"));

        var projects = Includes(project, "ProjectReference").Select(p => Path.GetFileNameWithoutExtension(p));
        var packages = Includes(project, "PackageReference").Except(LayeringTable.Analyzers, StringComparer.Ordinal);

        Assert.Empty(projects.Except(allowed.Projects, StringComparer.Ordinal));
        Assert.Empty(packages.Except(allowed.Packages, StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void Compiled_assembly_refers_only_to_allowed_assemblies(string assembly)
    {
        var allowed = LayeringTable.Assemblies[assembly];

        var strangers = ReferencesOf(assembly).Except([.. allowed.Projects, .. allowed.Packages]);

        Assert.Empty(strangers);
    }

    [Fact]
    public void The_references_read_from_compiled_assemblies_are_real()
    {
        // Guards the test above: it would pass on an empty list.
        Assert.Contains("xunit.v3.assert", ReferencesOf("OilRevenueSim.Repo.Tests"));
        Assert.DoesNotContain("System.Runtime", ReferencesOf("OilRevenueSim.Repo.Tests"));
    }

    [Fact]
    public void Shared_build_file_adds_nothing_but_analyzers()
    {
        var shared = XDocument.Parse(Repository.Text("Directory.Build.props"));

        Assert.Empty(Includes(shared, "PackageReference").Except(LayeringTable.Analyzers, StringComparer.Ordinal));
    }

    private static IEnumerable<string> Includes(XDocument project, string element) =>
        project.Descendants(element).Attributes("Include").Select(include => include.Value.Replace('\\', '/'));

    private static List<string> ReferencesOf(string assembly)
    {
        var file = assembly == "OilRevenueSim.Cli" ? "oilsim" : assembly;
        using var image = new PEReader(File.OpenRead(Path.Combine(AppContext.BaseDirectory, file + ".dll")));
        var metadata = image.GetMetadataReader();
        return
        [
            .. metadata
                .AssemblyReferences.Select(handle => metadata.GetAssemblyReference(handle))
                .Select(reference => metadata.GetString(reference.Name))
                .Where(name => !File.Exists(Path.Combine(Framework, name + ".dll"))),
        ];
    }
}
