using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using OilRevenueSim.Analysis.Manifests;
using OilRevenueSim.Core.Uncertainty;
using OilRevenueSim.Reporting.Output;
using SkiaSharp;
using Xunit;

namespace OilRevenueSim.Reporting.Tests;

public sealed class ProofTests
{
    private static byte[] BytesOf(Figure figure, string format) =>
        format switch
        {
            "png" => figure.ToPng(640, 480),
            "svg" => Encoding.UTF8.GetBytes(figure.ToSvg()),
            "outline" => Encoding.UTF8.GetBytes(figure.ToSvg(isTextOutlined: true)),
            _ => figure.ToPdf(),
        };

    // What oilsim chart is told so that it writes these bytes.
    private static string[] WordsOf(string format) =>
        format switch
        {
            "png" => ["--size", "640x480"],
            "svg" => ["--format", "svg"],
            "outline" => ["--format", "svg", "--outline-text"],
            _ => ["--format", "pdf"],
        };

    private static FigureProofProblem ProblemOf(byte[] bytes) =>
        Assert.Throws<FigureProofException>(() => ProofReader.Read(bytes)).Problem;

    [Theory]
    [InlineData("png")]
    [InlineData("svg")]
    [InlineData("outline")]
    [InlineData("pdf")]
    public void Every_format_gives_back_the_manifest_and_the_commands(string format)
    {
        var figure = SampleOrigin.Fan();
        var proof = ProofReader.Read(BytesOf(figure, format));
        Assert.Equal((figure.Title, figure.AltText), (proof.Title, proof.AltText));
        Assert.Equal("fan", proof.Origin!.Kind);
        Assert.Equal(SampleOrigin.Manifest.ShortId, proof.Origin.ShortId);
        Assert.Equal(figure.Origin!.Written(WordsOf(format)).Commands, proof.Origin.Commands);
        Assert.Equal(ManifestJson.Line(SampleOrigin.Manifest), ManifestJson.Line(proof.Origin.Manifest));
    }

    [Fact]
    public void The_commands_make_the_result_and_then_the_figure() =>
        Assert.Equal(
            [
                "oilsim run sirte-2016.yaml --courses base --paths 10000 --seed 18446744073709551615 --replicates 10 "
                    + "--set 'benchmarks.brent.spot=50 USD/bbl'",
                "oilsim chart results/sirte-2016/base --kind fan --actor islamic-state",
            ],
            SampleOrigin.Fan().Origin!.Commands
        );

    [Fact]
    public void A_figure_named_anew_carries_the_command_that_names_it()
    {
        var figure = SampleOrigin.Fan().As("dots", ["--actor", "guards", "--title", "Who's paid"]);
        var proof = ProofReader.Read(figure.ToPdf());
        Assert.Equal("dots", proof.Origin!.Kind);
        Assert.Equal(
            "oilsim chart results/sirte-2016/base --kind dots --actor guards --title 'Who'\\''s paid' --format pdf",
            proof.Origin.Commands[^1]
        );
        Assert.Equal(SampleOrigin.Fan().Lay().Labels, figure.Lay().Labels);
    }

    [Theory]
    [InlineData("png")]
    [InlineData("svg")]
    [InlineData("pdf")]
    public void A_figure_of_numbers_from_elsewhere_names_no_run(string format)
    {
        var figure = Figure.From(SampleCharts.Fan());
        var proof = ProofReader.Read(BytesOf(figure, format));
        Assert.Null(proof.Origin);
        Assert.Equal(figure.Title, proof.Title);
    }

    [Theory]
    [InlineData("png")]
    [InlineData("svg")]
    [InlineData("pdf")]
    public void A_file_that_is_cut_off_is_said_to_be_so(string format)
    {
        var bytes = BytesOf(SampleOrigin.Fan(), format);
        Assert.Equal(FigureProofProblem.Damaged, ProblemOf(bytes[..(bytes.Length / 2)]));
        Assert.Equal(FigureProofProblem.Damaged, ProblemOf(bytes[..^20]));
    }

    [Fact]
    public void A_picture_saved_again_by_a_program_that_drops_metadata_has_no_proof()
    {
        using var picture = SKBitmap.Decode(SampleOrigin.Fan().ToPng(640, 480));
        using var again = picture.Encode(SKEncodedImageFormat.Png, 100);
        Assert.Equal(FigureProofProblem.NoProof, ProblemOf(again.ToArray()));
    }

    [Fact]
    public void A_foreign_svg_has_no_proof() =>
        Assert.Equal(
            FigureProofProblem.NoProof,
            ProblemOf("<svg xmlns=\"http://www.w3.org/2000/svg\"><title>other</title></svg>"u8.ToArray())
        );

    [Fact]
    public void An_empty_file_is_said_to_be_empty()
    {
        var failure = Assert.Throws<FigureProofException>(() => ProofReader.Read([]));
        Assert.Equal((FigureProofProblem.Damaged, "It is empty."), (failure.Problem, failure.Message));
    }

    [Theory]
    [InlineData("title: a scenario\n")]
    [InlineData("<html><body>svg</body></html>")]
    public void What_is_no_picture_is_said_to_be_none(string text) =>
        Assert.Equal(FigureProofProblem.NotAFigure, ProblemOf(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void A_manifest_of_another_form_is_told()
    {
        var svg = SampleOrigin.Fan().ToSvg().Replace("{\"format\":1,", "{\"format\":9,", StringComparison.Ordinal);
        var failure = Assert.Throws<FigureProofException>(() => ProofReader.Read(Encoding.UTF8.GetBytes(svg)));
        Assert.Equal(FigureProofProblem.Damaged, failure.Problem);
        Assert.Contains("form 9; this version reads form 1", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("png")]
    [InlineData("pdf")]
    public void A_packedmanifest_is_held_compressed(string format)
    {
        var manifest = SampleOrigin.Manifest with
        {
            Sources =
            [
                .. Enumerable
                    .Range(0, 400)
                    .Select(i => new SourceUse(
                        $"Report {i}",
                        SourceGrade.Read,
                        "2016",
                        null,
                        [$"fields.f{i}.capacity"]
                    )),
            ],
        };
        var (little, packed) = (BytesOf(SampleOrigin.Fan(), format), BytesOf(SampleOrigin.Fan(manifest), format));
        var line = ManifestJson.Line(manifest);
        Assert.InRange(packed.Length - little.Length, 1, line.Length / 4);
        Assert.Equal(line, ManifestJson.Line(ProofReader.Read(packed).Origin!.Manifest));
    }

    [Fact]
    public void Title_and_description_of_a_png_stand_uncompressed_where_other_programs_look()
    {
        var figure = SampleOrigin.Fan();
        var chunks = InternationalTexts(figure.ToPng(640, 480));
        Assert.Equal((figure.Title, figure.AltText), (chunks["Title"], chunks["Description"]));
        var packet = XDocument.Parse(chunks["XML:com.adobe.xmp"]);
        XNamespace rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
        XNamespace dc = "http://purl.org/dc/elements/1.1/";
        string Said(string name) =>
            packet.Descendants(dc + name).Single().Element(rdf + "Alt")!.Element(rdf + "li")!.Value;
        Assert.Equal((figure.Title, figure.AltText), (Said("title"), Said("description")));
    }

    [Fact]
    public void A_damaged_packed_manifest_is_said_to_be_so()
    {
        var png = Encoding.Latin1.GetString(SampleOrigin.Fan().ToPng(640, 480));
        var at = png.IndexOf("<oilsim:packedManifest>", StringComparison.Ordinal) + "<oilsim:packedManifest>".Length;
        var cut = string.Concat(png.AsSpan(0, at), "!!!!", png.AsSpan(at + 4));
        Assert.Equal(FigureProofProblem.Damaged, ProblemOf(Encoding.Latin1.GetBytes(cut)));
    }

    // Keyword and text of every iTXt chunk whose flag of compression is 0.
    private static Dictionary<string, string> InternationalTexts(byte[] png)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var at = 8; at < png.Length; )
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at));
            var body = png.AsSpan(at + 8, length);
            if (png.AsSpan(at + 4, 4).SequenceEqual("iTXt"u8))
            {
                var end = body.IndexOf((byte)0);
                Assert.Equal(0, body[end + 1]);
                texts.Add(Encoding.Latin1.GetString(body[..end]), Encoding.UTF8.GetString(body[(end + 5)..]));
            }

            at += 12 + length;
        }

        return texts;
    }

    [Fact]
    public void A_packet_that_another_program_compressed_is_read()
    {
        var png = SampleOrigin.Fan().ToPng(640, 480);
        var proof = ProofReader.Read(Compressed(png));
        Assert.Equal(SampleOrigin.Manifest.ShortId, proof.Origin!.ShortId);
    }

    // The packet's chunk in the form that libpng gives to long texts.
    private static byte[] Compressed(byte[] png)
    {
        var name = png.AsSpan().IndexOf("iTXtXML:com.adobe.xmp"u8);
        var length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(name - 4));
        var text = png.AsSpan(name + 4, length)["XML:com.adobe.xmp\0\0\0\0\0"u8.Length..];
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            zlib.Write(text);
        }

        byte[] body = [.. "XML:com.adobe.xmp\0\u0001\0\0\0"u8, .. packed.ToArray()];
        var size = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(size, body.Length);
        // Checksums are not looked at: a damaged packet is no XML.
        return [.. png[..(name - 4)], .. size, .. "iTXt"u8, .. body, 0, 0, 0, 0, .. png[(name + 4 + length + 4)..]];
    }
}
