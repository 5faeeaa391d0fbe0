namespace Lifeguard.Incidents.Pages.Incidents.Print;

/// <summary>A block of the form as plain lines, for a copy that is neither page nor paper.</summary>
internal static class SheetText
{
    public static string Of(SheetBlock block) => string.Join('\n', block.Parts.Select(Of).Where(text => text.Length > 0));

    private static string Of(SheetPart part) => part switch
    {
        SheetRows rows => string.Join('\n', rows.Rows.Where(row => !string.IsNullOrWhiteSpace(row.Value)).Select(row => $"{row.Label}: {row.Value}")),
        SheetTable table => string.Join('\n', table.Rows.Select(row => string.Join(" | ", row.Where(cell => cell.Length > 0)))),
        SheetTicks ticks => string.Join('\n', ticks.Boxes.Where(box => box.Ticked).Select(box => box.Words is null ? box.Label : $"{box.Label}: {box.Words}")),
        SheetPassage passage => string.IsNullOrWhiteSpace(passage.Words) ? "" : $"{passage.Label}: {passage.Words}",
        SheetRemark remark => remark.Words,
        _ => "",
    };
}
