namespace OilRevenueSim.Reporting.Layout;

/// <summary>A sentence in place of ink, where there is nothing to draw.</summary>
internal static class Message
{
    /// <summary>The sentence over an axis that begins at zero.</summary>
    public static void DrawOverZero(Sheet sheet, Box data, string statement, string note)
    {
        var style = sheet.Theme.Tick;
        sheet.Text(Role.Tick, "0", style, Anchor.End, data.Left - 8, data.Bottom + (Face.CapHeight * style.Size / 2));
        Draw(sheet, data, statement, note);
    }

    public static void Draw(Sheet sheet, Box area, string statement, string note)
    {
        var statements = Wording.Wrap(statement, sheet.Theme.Message, area.Width * 0.9, 3);
        var notes = Wording.Wrap(note, sheet.Theme.MessageNote, area.Width * 0.8, 3);
        var height =
            (statements.Count * sheet.Theme.Message.LineHeight)
            + 4
            + (notes.Count * sheet.Theme.MessageNote.LineHeight);
        var y = area.CentreY - (height / 2);
        foreach (var line in statements)
        {
            Place(line, sheet.Theme.Message);
        }

        y += 4;
        foreach (var line in notes)
        {
            Place(line, sheet.Theme.MessageNote);
        }

        void Place(string line, Style style)
        {
            sheet.Text(
                Role.Message,
                line,
                style,
                Anchor.Middle,
                area.CentreX,
                y + (Face.Ascent * style.Size),
                hasHalo: true
            );
            y += style.LineHeight;
        }
    }
}
