using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using OilRevenueSim.Analysis.Charts;
using OilRevenueSim.Analysis.Manifests;

namespace OilRevenueSim.Reporting.Output;

/// <summary>
/// What every file of a figure says about itself, the same in PNG, SVG and PDF: an XMP packet (ISO 16684-1) with title, alt text, kind,
/// short id, commands and manifest.
/// </summary>
/// <remarks>
/// The manifest of a large scenario has 100 kB, more than most pictures. SVG is text and holds it as it is, in <c>oilsim:manifest</c>; PNG and
/// PDF hold it compressed, in <c>oilsim:packedManifest</c> (zlib, then Base64). What other programs look for, title and description, is plain
/// in all three, and a program that keeps the packet keeps the manifest.
/// </remarks>
internal static class Xmp
{
    /// <summary>Keyword of the PNG text chunk that holds a packet.</summary>
    public const string PngKeyword = "XML:com.adobe.xmp";

    private static readonly XNamespace Meta = "adobe:ns:meta/";
    private static readonly XNamespace Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    private static readonly XNamespace Dublin = "http://purl.org/dc/elements/1.1/";
    private static readonly XNamespace Basic = "http://ns.adobe.com/xap/1.0/";
    private static readonly XNamespace Own = "urn:oilrevenuesim:figure#";

    /// <summary>A packet, as PNG and PDF hold it.</summary>
    public static string Packet(ChartText text)
    {
        var root = new XElement(
            Meta + "xmpmeta",
            new XAttribute(XNamespace.Xmlns + "x", Meta),
            Graph(text, isPacked: true)
        );
        return "<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
            + root.ToString(SaveOptions.DisableFormatting)
            + "\n<?xpacket end=\"r\"?>";
    }

    /// <summary>The RDF of a packet, as SVG holds it.</summary>
    public static string Rdfs(ChartText text) => Graph(text, isPacked: false).ToString(SaveOptions.DisableFormatting);

    /// <summary>Reads the RDF of a packet, or returns null where there is none of ours.</summary>
    /// <param name="document">A document that holds it.</param>
    /// <exception cref="FormatException">It is ours, but damaged.</exception>
    public static FigureProof? Read(XDocument document)
    {
        var about = document.Descendants(Rdf + "Description").ToList();
        string? Text(XName name) => about.Elements(name).FirstOrDefault()?.Value;
        if (
            Text(Basic + "CreatorTool") is not { } tool
            || !tool.StartsWith(PngPicture.Program, StringComparison.Ordinal)
        )
        {
            return null;
        }

        var (title, alt) = (Text(Dublin + "title") ?? "", Text(Dublin + "description") ?? "");
        var json =
            Text(Own + "manifest") is { } plain ? Encoding.UTF8.GetBytes(plain)
            : Text(Own + "packedManifest") is { } packed ? PackedText.Unpack(Convert.FromBase64String(packed))
            : null;
        if (json is null)
        {
            return new FigureProof(title, alt, null);
        }

        var commands = about.Elements(Own + "commands").Descendants(Rdf + "li").Select(li => li.Value);
        using var stream = new MemoryStream(json);
        return new FigureProof(
            title,
            alt,
            new ChartOrigin(Text(Own + "kind") ?? "", ManifestJson.Read(stream), [.. commands])
        );
    }

    private static XElement Graph(ChartText text, bool isPacked)
    {
        var origin = text.Foot.Origin;
        var about = new XElement(
            Rdf + "Description",
            new XAttribute(Rdf + "about", ""),
            new XAttribute(XNamespace.Xmlns + "dc", Dublin),
            new XAttribute(XNamespace.Xmlns + "xmp", Basic),
            Said(Dublin + "title", text.Title),
            Said(Dublin + "description", text.AltText),
            new XElement(Dublin + "language", new XElement(Rdf + "Bag", Item(text.Language.Code))),
            new XElement(Basic + "CreatorTool", Tool(origin))
        );
        if (origin is not null)
        {
            about.Add(
                new XAttribute(XNamespace.Xmlns + "oilsim", Own),
                new XElement(Own + "kind", origin.Kind),
                new XElement(Own + "id", origin.ShortId),
                new XElement(Own + "commands", new XElement(Rdf + "Seq", origin.Commands.Select(Item))),
                Manifest(ManifestJson.Line(origin.Manifest), isPacked)
            );
        }

        return new XElement(Rdf + "RDF", new XAttribute(XNamespace.Xmlns + "rdf", Rdf), about);
    }

    private static XElement Manifest(string json, bool isPacked) =>
        isPacked
            ? new(Own + "packedManifest", Convert.ToBase64String(PackedText.Pack(Encoding.UTF8.GetBytes(json))))
            : new(Own + "manifest", Clean(json));

    private static string Tool(ChartOrigin? origin) =>
        string.Create(CultureInfo.InvariantCulture, $"{PngPicture.Program} {origin?.Manifest.EngineVersion}").TrimEnd();

    private static XElement Said(XName name, string text) =>
        new(
            name,
            new XElement(
                Rdf + "Alt",
                new XElement(Rdf + "li", new XAttribute(XNamespace.Xml + "lang", "x-default"), Clean(text))
            )
        );

    private static XElement Item(string text) => new(Rdf + "li", Clean(text));

    // Letters that no XML may hold are left out.
    private static string Clean(string text) =>
        string.Concat(
            text.EnumerateRunes()
                .Where(rune => rune.Value > char.MaxValue || XmlConvert.IsXmlChar((char)rune.Value))
                .Select(rune => rune.ToString())
        );
}
