using System.Text.Encodings.Web;
using System.Text.Json;

namespace Lifeguard.Incidents.Pages.Incidents.Print;

/// <summary>
/// The same form for another program, such as the school's other safeguarding record: what paper shows, block by block, with the same
/// names replaced. Requirement A-109.
/// </summary>
internal static class SheetJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static byte[] Write(IncidentSheet sheet) => JsonSerializer.SerializeToUtf8Bytes(new
    {
        format = "lifeguard-incident/1",
        record = sheet.Heading.Reference.ToString(),
        called = sheet.Heading.Called,
        school = sheet.SchoolName,
        exportedBy = sheet.PrintedBy,
        exportedAt = sheet.PrintedAt,
        namesReplaced = sheet.Replaced,
        blocks = sheet.Blocks.Select(block => new { title = block.Title, parts = block.Parts.Select(Part) }),
    }, Options);

    private static object Part(SheetPart part) => part switch
    {
        SheetRows rows => new { kind = "rows", rows = rows.Rows.Select(row => new { label = row.Label, value = row.Value }) },
        SheetTable table => new { kind = "table", caption = table.Caption, heads = table.Heads, rows = table.Rows },
        SheetTicks ticks => new { kind = "ticks", caption = ticks.Caption, boxes = ticks.Boxes.Select(box => new { label = box.Label, ticked = box.Ticked, words = box.Words }) },
        SheetPassage passage => new { kind = "passage", label = passage.Label, words = passage.Words },
        SheetRemark remark => new { kind = "remark", words = remark.Words },
        _ => throw new NotSupportedException($"{part.GetType().Name} has no form for other programs yet."),
    };
}
