namespace Lifeguard.Ui.Print;

/// <summary>Makes a PDF of a finished page. What draws it, and how it is kept in, is the host's business.</summary>
public interface IPdf
{
    /// <summary>Draws one page of HTML that holds everything it needs: styles, fonts and pictures inside. Nothing is fetched and no script runs.</summary>
    /// <returns>The bytes, or why there are none. Never throws for an expected failure.</returns>
    Task<PdfMade> MakeAsync(string html, CancellationToken stop);
}

/// <summary>A PDF, or the reason why there is none.</summary>
public sealed record PdfMade
{
    public byte[]? Bytes { get; private init; }

    /// <summary>Null when there are bytes.</summary>
    public PdfFault? Fault { get; private init; }

    public static PdfMade Of(byte[] bytes) => new() { Bytes = bytes };

    public static PdfMade Failed(PdfFault fault) => new() { Fault = fault };
}

/// <summary>Why there is no PDF.</summary>
public enum PdfFault
{
    /// <summary>The program that draws it is not on this machine.</summary>
    NotInstalled,

    /// <summary>It is there and does not start, or fell over twice.</summary>
    CannotStart,

    /// <summary>It took longer than it may, or too many others were waiting.</summary>
    TooSlow,
}
