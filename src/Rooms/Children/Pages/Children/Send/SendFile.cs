using System.Security.Cryptography;
using Lifeguard.Children.Contracts;
using Lifeguard.Children.Model;
using Lifeguard.Children.Sealing;
using Lifeguard.Children.Sending;
using Lifeguard.Children.Storage;
using Lifeguard.Duties.Contracts;
using Lifeguard.Kernel;
using Lifeguard.Storage;
using Lifeguard.Storage.Journal;
using Lifeguard.Storage.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Children.Pages.Children.Send;

/// <summary>The steps of sending a file: the clock begins, it is chosen what goes, the package is sealed, and somebody confirms that it arrived.</summary>
internal sealed class SendFile(Store store, ChildPages pages, FileSeal seal, StartTransfer startTransfer, AssemblePackage assemble, AgeProgram age, IDuties duties, TimeProvider clock)
{
    private const int PassphraseGroups = 5;
    private const int ReceiptGroups = 2;

    public async Task<Outcome> StartAsync(Viewer viewer, RandomReference reference, DateOnly leftOn, CancellationToken stop)
    {
        if (await pages.FindAsync(viewer, reference, stop) is not { } file) return Refusal.NotFound;
        var deed = viewer.Deed(file.Org, clock.GetUtcNow());
        if (await startTransfer.PrepareAsync(file, leftOn, deed, stop) is not { } started) return Refusals.TransferOpen;
        try
        {
            return await store.CommitAsync(deed, started, stop);
        }
        catch (DbUpdateException) when (!stop.IsCancellationRequested)
        {
            // A colleague, or the other of two clicks, was first.
            store.ChangeTracker.Clear();
            if (await OpenOfAsync(file.Id, stop) is not null) return Refusals.TransferOpen;
            throw;
        }
    }

    public Task<Outcome> PrepareAsync(Viewer viewer, RandomReference reference, TransferWords words, CancellationToken stop) => ChangeAsync(viewer, reference, (file, transfer, deed) =>
    {
        var kept = seal.Seal(transfer.Id, words);
        return (transfer.Prepare(kept, deed.At), new FileTransferPrepared(file.Ref, transfer.Id, words.Route.ToString(), words.Entries.Count, words.Records.Count, FileSeal.Digest(kept)));
    }, stop);

    /// <summary>Seals what was chosen. That it was exported stands among the readings of the file and of every record in it, before the package exists.</summary>
    public async Task<Outcome> MakeAsync(Viewer viewer, RandomReference reference, CancellationToken stop)
    {
        if (await pages.HeadingAsync(viewer, reference, stop) is not { } heading || await OpenOfAsync(heading.File.Id, stop) is not { } transfer) return Refusal.NotFound;
        if (transfer.Words is null || seal.Open<TransferWords>(transfer.Id, transfer.Words) is not { } words) return Refusals.TransferMoved;
        await pages.NoteReadingAsync(viewer, heading.File, "exported", stop);
        if (await assemble.RunAsync(viewer, heading, transfer.Id, words, stop) is not { } package) return Refusal.NotFound;

        words = words with { Receipt = SpokenCode.New(ReceiptGroups), Passphrase = words.Key is null ? SpokenCode.New(PassphraseGroups) : null };
        var content = PackFile.Pack(package, words.Receipt);
        if ((words.Key is null ? AgePassphrase.Seal(content, words.Passphrase!) : await age.SealAsync(content, words.Key, stop)) is not { } bytes) return Refusals.NoAge;

        var deed = viewer.Deed(heading.File.Org, clock.GetUtcNow());
        var sum = Convert.ToHexStringLower(SHA256.HashData(bytes));
        store.ChangeTracker.Clear();
        if (await OpenOfAsync(heading.File.Id, stop) is not { } current || current.Id != transfer.Id) return Refusals.TransferMoved;
        var outcome = current.Make(seal.Seal(current.Id, words), bytes, sum, deed);
        return outcome.IsDone ? await store.CommitAsync(deed, new FilePackageMade(heading.File.Ref, current.Id, words.Route.ToString(), sum), stop) : outcome;
    }

    /// <summary>The sealed package, or null where there is none.</summary>
    public async Task<byte[]?> PackageAsync(Viewer viewer, RandomReference reference, CancellationToken stop)
    {
        if (await pages.FindAsync(viewer, reference, stop) is not { } file || await OpenOfAsync(file.Id, stop) is not { Package: { } bytes }) return null;
        await pages.NoteReadingAsync(viewer, file, "exported", stop);
        return bytes;
    }

    public Task<Outcome> ReceivedByCodeAsync(Viewer viewer, RandomReference reference, string code, CancellationToken stop) => ReceiveAsync(viewer, reference, "code", words =>
        words.Receipt is { } receipt && CryptographicOperations.FixedTimeEquals(System.Text.Encoding.ASCII.GetBytes(receipt), System.Text.Encoding.UTF8.GetBytes(SpokenCode.Plain(code)))
            ? words with { ReceivedHow = "The receipt code was given", ReceivedOn = pages.Today } : null, stop);

    public Task<Outcome> ReceivedOtherwiseAsync(Viewer viewer, RandomReference reference, string by, string how, DateOnly on, CancellationToken stop) =>
        ReceiveAsync(viewer, reference, "otherwise", words => words with { ReceivedBy = by, ReceivedHow = how, ReceivedOn = on }, stop);

    public Task<Outcome> DropAsync(Viewer viewer, RandomReference reference, string because, CancellationToken stop) => ChangeAsync(viewer, reference, (file, transfer, deed) =>
    {
        var words = (Words(transfer) ?? new TransferWords()) with { NotNeededBecause = because, Passphrase = null };
        return (transfer.Drop(seal.Seal(transfer.Id, words), deed.At), new FileTransferDropped(file.Ref, transfer.Id));
    }, stop, settles: "dropped");

    private Task<Outcome> ReceiveAsync(Viewer viewer, RandomReference reference, string how, Func<TransferWords, TransferWords?> receive, CancellationToken stop) => ChangeAsync(viewer, reference, (file, transfer, deed) =>
        Words(transfer) is { } words && receive(words) is { } received
            ? (transfer.Receive(seal.Seal(transfer.Id, received with { Passphrase = null }), deed.At), new FileReceiptRecorded(file.Ref, transfer.Id, how))
            : (Refusals.WrongReceipt, null!), stop, settles: "received");

    private async Task<Outcome> ChangeAsync(Viewer viewer, RandomReference reference, Func<ChildFile, FileTransfer, Deed, (Outcome Outcome, IHappened News)> change, CancellationToken stop, string? settles = null)
    {
        if (await pages.FindAsync(viewer, reference, stop) is not { } file || await OpenOfAsync(file.Id, stop) is not { } transfer) return Refusal.NotFound;
        var deed = viewer.Deed(file.Org, clock.GetUtcNow());
        var (outcome, news) = change(file, transfer, deed);
        if (!outcome.IsDone) return outcome;
        if (settles is not null) await duties.SettleAsync(file.Ref, transfer.DutyKey, settles, deed, stop);
        return await store.CommitAsync(deed, news, stop);
    }

    private TransferWords? Words(FileTransfer transfer) => transfer.Words is null ? null : seal.Open<TransferWords>(transfer.Id, transfer.Words);

    private Task<FileTransfer?> OpenOfAsync(Guid file, CancellationToken stop) =>
        store.Set<FileTransfer>().SingleOrDefaultAsync(one => one.FileId == file && (one.State == TransferState.Open || one.State == TransferState.Made), stop);
}
