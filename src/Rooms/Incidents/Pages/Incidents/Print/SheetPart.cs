namespace Lifeguard.Incidents.Pages.Incidents.Print;

/// <summary>A numbered block of the form.</summary>
internal sealed record SheetBlock(string Title, params IReadOnlyList<SheetPart> Parts)
{
    /// <summary>The block with every word that comes from the record passed through; labels of the form stay as they are.</summary>
    public SheetBlock Through(Func<string, string> say) => this with { Parts = [.. Parts.Select(part => part.Through(say))] };
}

/// <summary>Something in a block. Made of plain text, so that a copy can be made anew from other words and hides nothing.</summary>
internal abstract record SheetPart
{
    public abstract SheetPart Through(Func<string, string> say);
}

/// <summary>Questions with short answers. An empty answer stays visible as not recorded.</summary>
internal sealed record SheetRows(params IReadOnlyList<(string Label, string? Value)> Rows) : SheetPart
{
    public override SheetPart Through(Func<string, string> say) => new SheetRows([.. Rows.Select(row => (row.Label, row.Value is null ? null : say(row.Value)))]);
}

internal sealed record SheetTable(string Caption, IReadOnlyList<string> Heads, IReadOnlyList<IReadOnlyList<string>> Rows) : SheetPart
{
    public override SheetPart Through(Func<string, string> say) => this with { Rows = [.. Rows.Select(row => (IReadOnlyList<string>)[.. row.Select(say)])] };
}

/// <summary>Boxes of the form, ticked and not.</summary>
internal sealed record SheetTicks(string? Caption, IReadOnlyList<SheetTick> Boxes) : SheetPart
{
    public override SheetPart Through(Func<string, string> say) => this with { Boxes = [.. Boxes.Select(box => box with { Words = box.Words is null ? null : say(box.Words) })] };
}

internal sealed record SheetTick(string Label, bool Ticked, string? Words = null);

/// <summary>Words as somebody wrote them.</summary>
internal sealed record SheetPassage(string Label, string? Words) : SheetPart
{
    public override SheetPart Through(Func<string, string> say) => this with { Words = Words is null ? null : say(Words) };
}

/// <summary>A sentence of ours.</summary>
internal sealed record SheetRemark(string Words) : SheetPart
{
    public override SheetPart Through(Func<string, string> say) => this;
}
