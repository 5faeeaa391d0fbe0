using Lifeguard.Ui.Print;

namespace Lifeguard.Web.Pdf;

/// <summary>PDFs by Debian's Chromium: one browser, kept; at most two pages at once; a new browser after any failure.</summary>
internal sealed partial class ChromiumPdf(PdfSettings settings, ILogger<ChromiumPdf> log) : IPdf, IAsyncDisposable
{
    private readonly SemaphoreSlim _places = new(settings.AtOnce);
    private readonly SemaphoreSlim _starting = new(1);
    private ChromiumProcess? _chromium;

    /// <summary>The browser that is kept, if one was needed yet.</summary>
    public ChromiumProcess? Running => _chromium;

    public async Task<PdfMade> MakeAsync(string html, CancellationToken stop)
    {
        if (ChromiumCommand.Find(settings) is not { } program) return PdfMade.Failed(PdfFault.NotInstalled);

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(settings.Longest);
        try
        {
            await _places.WaitAsync(limit.Token);
            try
            {
                // A browser that fell over since the last time is not this page's fault: once more with a new one.
                return await TryAsync(program, html, limit.Token) ?? await TryAsync(program, html, limit.Token) ?? PdfMade.Failed(PdfFault.CannotStart);
            }
            finally
            {
                _places.Release();
            }
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            Slow(log, settings.Longest.TotalSeconds);
            return PdfMade.Failed(PdfFault.TooSlow);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_chromium is not null) await _chromium.DisposeAsync();
        _places.Dispose();
        _starting.Dispose();
    }

    private async Task<PdfMade?> TryAsync(string program, string html, CancellationToken stop)
    {
        ChromiumProcess? chromium = null;
        try
        {
            chromium = await RunningAsync(program, stop);
            return PdfMade.Of(await DrawPage.RunAsync(chromium, html, stop));
        }
        catch (Exception fault) when (fault is ChromiumFault or System.ComponentModel.Win32Exception)
        {
            Failed(log, fault.Message, chromium?.Complaint ?? "");
            await DropAsync(chromium);
            return null;
        }
        catch (OperationCanceledException)
        {
            // It may be stuck, and somebody else must not wait behind it.
            await DropAsync(chromium);
            throw;
        }
    }

    private async Task<ChromiumProcess> RunningAsync(string program, CancellationToken stop)
    {
        await _starting.WaitAsync(stop);
        try
        {
            if (_chromium is { HasEnded: false } running) return running;

            if (_chromium is not null) await _chromium.DisposeAsync();
            _chromium = null;
            var started = ChromiumProcess.Start(program, settings);
            try
            {
                await started.AskAsync("Browser.getVersion", [], null, stop);
            }
            catch (Exception fault) when (fault is ChromiumFault or OperationCanceledException)
            {
                await started.DisposeAsync();
                throw fault is ChromiumFault ? new ChromiumFault($"Chromium did not start. {started.Complaint}", fault) : fault;
            }

            return _chromium = started;
        }
        finally
        {
            _starting.Release();
        }
    }

    private async Task DropAsync(ChromiumProcess? failed)
    {
        if (failed is null) return;
        await _starting.WaitAsync();
        try
        {
            if (_chromium != failed) return;
            _chromium = null;
            await failed.DisposeAsync();
        }
        finally
        {
            _starting.Release();
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A PDF took longer than {Seconds} seconds and was given up.")]
    private static partial void Slow(ILogger log, double seconds);

    [LoggerMessage(Level = LogLevel.Error, Message = "Chromium failed: {What} {Complaint}")]
    private static partial void Failed(ILogger log, string what, string complaint);
}
