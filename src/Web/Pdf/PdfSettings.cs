namespace Lifeguard.Web.Pdf;

/// <summary>Settings under <c>Lifeguard:Pdf</c>.</summary>
internal sealed record PdfSettings
{
    /// <summary>Where Chromium is; empty to look in the usual places.</summary>
    public string? Chromium { get; init; }

    /// <summary>
    /// Draws without Chromium's sandbox. Only for build machines that forbid user namespaces: there, no child's words are drawn.
    /// </summary>
    public bool NoSandbox { get; init; }

    /// <summary>Longest time for one PDF, waiting included.</summary>
    public TimeSpan Longest { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>How many pages are drawn at once; the others wait.</summary>
    public int AtOnce { get; init; } = 2;

    public static PdfSettings From(IConfiguration configuration) => configuration.GetSection("Lifeguard:Pdf").Get<PdfSettings>() ?? new();
}
