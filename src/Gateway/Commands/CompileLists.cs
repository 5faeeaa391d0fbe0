using System.Globalization;
using Lifeguard.Filtering.Engine.Compile;
using Lifeguard.Filtering.Engine.Folder;
using Lifeguard.Filtering.Engine.Snapshot;

namespace Lifeguard.Gateway.Commands;

/// <summary><c>filter compile</c>: makes one file of all lists, and says what became of each.</summary>
internal sealed class CompileLists(HttpMessageHandler? web = null)
{
    /// <param name="from">Folders, files, archives or addresses, apart by a semicolon.</param>
    /// <param name="acceptsSmaller">Lists may have shrunk.</param>
    /// <param name="progress">Where how far it has come is written; null for nowhere.</param>
    public async Task<int> RunAsync(string from, string into, bool acceptsSmaller, TextWriter output, TextWriter error, TextWriter? progress, CancellationToken stop)
    {
        var fetched = new List<string>();
        // A name of its own: at a start the gate and the timer that was missed compile at the same time, and the last one to be whole stays.
        var beside = $"{into}.{Path.GetRandomFileName()}.compiled";
        try
        {
            var compiler = new ListCompiler();
            var files = 0;
            foreach (var source in from.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            {
                var path = source;
                if (Uri.TryCreate(source, UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
                {
                    path = await FetchAsync(address, progress, stop);
                    fetched.Add(path);
                }
                else if (!File.Exists(path) && !Directory.Exists(path))
                {
                    await error.WriteLineAsync($"There is nothing at {path}.");
                    return 2;
                }

                foreach (var file in ListFolder.Read(path))
                {
                    stop.ThrowIfCancellationRequested();
                    compiler.Add(path == source ? file : file with { Source = $"{source}: {file.Source}" });
                    files++;
                }
            }

            if (files == 0)
            {
                await error.WriteLineAsync($"No list was found in {from}. Lists are folders with a file \"domains\" or \"urls\", or files such as adult.domains, adult.hosts, adult.rpz or adult.txt.");
                return 2;
            }

            var before = File.Exists(into) ? FilterSnapshot.Open(into, out _) : null;
            var lists = compiler.Write(beside, progress is null ? null : new Shown(progress));
            progress?.Write("\r".PadRight(70) + "\r");
            Table(lists, output);
            foreach (var line in compiler.Rejected) await output.WriteLineAsync($"left out: {line.Source}, line {line.Line}: {line.Because}");

            if (before is not null && ShrunkList.Among(before.Lists, lists) is { Count: > 0 } shrunk)
            {
                if (!acceptsSmaller)
                {
                    foreach (var list in shrunk) await error.WriteLineAsync(list.ToString());
                    await error.WriteLineAsync($"{into} was left as it was. If that is right, compile with --accept-smaller.");
                    return 2;
                }

                // Said once is enough: whoever loads them asks the same. It is written before the lists are there.
                if (FilterSnapshot.Open(beside, out _) is { } accepted) await File.WriteAllTextAsync(Path.Combine(Path.GetDirectoryName(Path.GetFullPath(into))!, GateFolder.AcceptFile), accepted.Version + "\n", stop);
            }

            File.Move(beside, into, overwrite: true);
            var snapshot = FilterSnapshot.Open(into, out var fault);
            if (snapshot is null)
            {
                await error.WriteLineAsync(fault);
                return 1;
            }

            await output.WriteLineAsync($"{into}: {snapshot.Entries:N0} entries in {snapshot.Lists.Count} lists, {new FileInfo(into).Length / 1048576.0:N1} MiB, version {snapshot.Version}");
            return 0;
        }
        catch (InvalidDataException refused)
        {
            await error.WriteLineAsync(refused.Message);
            return 2;
        }
        finally
        {
            foreach (var path in fetched) File.Delete(path);
            if (File.Exists(beside)) File.Delete(beside);
        }
    }

    private static void Table(IReadOnlyList<SnapshotList> lists, TextWriter output)
    {
        var width = Math.Max(4, lists.Max(list => list.Name.Length));
        output.WriteLine($"{"List".PadRight(width)} {"names",12} {"paths",9} {"twice",9} {"in a parent",12} {"left out",9}  of");
        foreach (var list in lists)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{list.Name.PadRight(width)} {list.Domains,12:N0} {list.Paths,9:N0} {list.Duplicates,9:N0} {list.Collapsed,12:N0} {list.Rejected,9:N0}  {list.AsOf:yyyy-MM-dd}"));
        }
    }

    /// <summary>Fetches a list or an archive into a file beside nobody's; the address must say by its ending what it is.</summary>
    private async Task<string> FetchAsync(Uri address, TextWriter? progress, CancellationToken stop)
    {
        var path = Path.Combine(Path.GetTempPath(), $"lifeguard-{Path.GetRandomFileName()}-{Path.GetFileName(address.LocalPath)}");
        using var client = web is null ? new HttpClient() : new HttpClient(web, disposeHandler: false);
        using var answer = await client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, stop);
        if (!answer.IsSuccessStatusCode) throw new InvalidDataException($"{address.GetLeftPart(UriPartial.Path)} answered {(int)answer.StatusCode}; nothing was changed.");
        await using var from = await answer.Content.ReadAsStreamAsync(stop);
        await using (var into = File.Create(path))
        {
            var piece = new byte[1 << 16];
            for (var all = 0L; await from.ReadAsync(piece, stop) is var read and > 0;)
            {
                all += read;
                if (all > ListFolder.LargestFile) throw new InvalidDataException($"{address.GetLeftPart(UriPartial.Path)} is larger than any list.");
                await into.WriteAsync(piece.AsMemory(0, read), stop);
                progress?.Write($"\rFetching: {all / 1048576.0:N1} MiB".PadRight(70));
            }
        }

        if (answer.Content.Headers.LastModified is { } made) File.SetLastWriteTimeUtc(path, made.UtcDateTime);
        return path;
    }

    private sealed class Shown(TextWriter error) : IProgress<CompileProgress>
    {
        public void Report(CompileProgress value) => error.Write($"\r{value.Doing}: {value.Lines:N0}".PadRight(70));
    }
}
