using System.Security.Cryptography;
using Lifeguard.Filtering.Spool;
using Microsoft.Extensions.Logging;

namespace Lifeguard.Gateway.Live;

/// <summary>
/// Writes decisions into the gate's folder, sealed for the site. Until the site has put its key there (<c>spool.pub</c>) nothing is written:
/// what nobody can read is not kept either.
/// </summary>
internal sealed class SpoolLog(GatewaySettings settings, TimeProvider clock, ILogger<SpoolLog> log) : IDecisionLog, IDisposable
{
    public const string FolderName = "spool";

    private SpoolWriter? _writer;
    private string? _key;

    /// <summary>How many decisions could not be kept; null while none are.</summary>
    public long? Lost => Volatile.Read(ref _writer)?.Lost;
    public long? Written => Volatile.Read(ref _writer)?.Written;
    public bool IsStuck => Volatile.Read(ref _writer)?.IsStuck ?? false;

    public void Write(in DecisionRecord record)
    {
        // Whoever comes while the key is swapped finds the one writer ended and the next one in its place.
        while (Volatile.Read(ref _writer) is { } writer && !writer.Write(record) && writer.HasEnded) Thread.SpinWait(1);
    }

    /// <summary>Takes a key that has come, or changed, since the last look.</summary>
    public void Look()
    {
        var file = settings.At(SpoolKey.PublicName);
        if (!File.Exists(file)) return;
        var key = File.ReadAllText(file);
        if (key == _key) return;
        _key = key;
        try
        {
            var folder = settings.At(FolderName);
            if (!Directory.Exists(folder)) Directory.CreateDirectory(folder);
            SpoolWriter.Replace(ref _writer, new SpoolSettings { Folder = folder, PublicKey = key, Gateway = settings.Name }, clock);
        }
        catch (Exception failed) when (failed is CryptographicException or ArgumentException)
        {
            Log.NoSpoolKey(log, failed.GetType().Name);
        }
    }

    public void Dispose() => Interlocked.Exchange(ref _writer, null)?.Dispose();
}
