using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;

namespace Lifeguard.Benchmarks.GateLog;

/// <summary>The yardstick for questions over many rows: DuckDB with one thread, through the C library that its package for Node brings along.</summary>
internal sealed unsafe class DuckDb : IDisposable
{
    private const string Package = "@duckdb/node-bindings-linux-x64@1.5.6-r.1";

    private readonly nint _library;
    private readonly string _file;
    private nint _database;
    private nint _connection;

    private DuckDb(nint library, string file) => (_library, _file) = (library, file);

    /// <summary>Null with the reason where it cannot be had.</summary>
    public static DuckDb? Open(string folder, out string? fault)
    {
        fault = null;
        try
        {
            if (Find(folder) is not { } library)
            {
                Fetch(folder);
                library = Find(folder) ?? throw new FileNotFoundException("its package holds no library");
            }

            var file = Path.Combine(folder, "log.duckdb");
            File.Delete(file);
            File.Delete(file + ".wal");
            var duck = new DuckDb(NativeLibrary.Load(library), file);
            duck.Connect();
            return duck;
        }
        catch (Exception missing) when (missing is IOException or DllNotFoundException or InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            fault = missing.Message;
            return null;
        }
    }

    public void Fill(LogRows rows, long count)
    {
        rows.Again();
        Ask(PlainTable.Ddl);
        var create = (delegate* unmanaged<nint, byte*, byte*, nint*, int>)Function("duckdb_appender_create");
        var destroy = (delegate* unmanaged<nint*, int>)Function("duckdb_appender_destroy");
        var end = (delegate* unmanaged<nint, int>)Function("duckdb_appender_end_row");
        var int64 = (delegate* unmanaged<nint, long, int>)Function("duckdb_append_int64");
        var int32 = (delegate* unmanaged<nint, int, int>)Function("duckdb_append_int32");
        var text = (delegate* unmanaged<nint, byte*, ulong, int>)Function("duckdb_append_varchar_length");
        var buffer = stackalloc byte[16_384];
        for (long done = 0; done < count;)
        {
            nint appender;
            fixed (byte* table = "log\0"u8) create(_connection, null, table, &appender);
            for (var some = 0; some < 500_000 && done < count; some++, done++)
            {
                var row = rows.Next(done, count);
                var host = Encoding.UTF8.GetBytes(row.Host, new Span<byte>(buffer, 8_192));
                var path = Encoding.UTF8.GetBytes(row.Path, new Span<byte>(buffer + 8_192, 8_192));
                int64(appender, row.At);
                int32(appender, row.Person);
                int32(appender, row.Client);
                text(appender, buffer, (ulong)host);
                text(appender, buffer + 8_192, (ulong)path);
                foreach (var value in (ReadOnlySpan<int>)[row.Category, row.IsRefused ? 1 : 0, row.Status, row.Time]) int32(appender, value);
                end(appender);
            }

            destroy(&appender);
        }

        Ask("checkpoint");
    }

    public long Size => new FileInfo(_file).Length;

    /// <returns>How many rows the answer has.</returns>
    public long Ask(string question)
    {
        var query = (delegate* unmanaged<nint, byte*, Answer*, int>)Function("duckdb_query");
        var error = (delegate* unmanaged<Answer*, nint>)Function("duckdb_result_error");
        var rows = (delegate* unmanaged<Answer*, ulong>)Function("duckdb_row_count");
        var free = (delegate* unmanaged<Answer*, void>)Function("duckdb_destroy_result");
        Answer answer = default;
        fixed (byte* sql = Encoding.UTF8.GetBytes(question + "\0"))
        {
            if (query(_connection, sql, &answer) != 0) throw new InvalidOperationException(Marshal.PtrToStringUTF8(error(&answer)));
        }

        var count = (long)rows(&answer);
        free(&answer);
        return count;
    }

    public void Dispose()
    {
        nint connection = _connection, database = _database;
        ((delegate* unmanaged<nint*, void>)Function("duckdb_disconnect"))(&connection);
        ((delegate* unmanaged<nint*, void>)Function("duckdb_close"))(&database);
        File.Delete(_file);
    }

    private void Connect()
    {
        nint database, connection;
        fixed (byte* file = Encoding.UTF8.GetBytes(_file + "\0"))
        {
            if (((delegate* unmanaged<byte*, nint*, int>)Function("duckdb_open"))(file, &database) != 0) throw new InvalidOperationException("its file was not opened");
        }

        if (((delegate* unmanaged<nint, nint*, int>)Function("duckdb_connect"))(database, &connection) != 0) throw new InvalidOperationException("it was not connected to");
        (_database, _connection) = (database, connection);
        Ask("set threads = 1");
    }

    private nint Function(string name) => NativeLibrary.GetExport(_library, name);

    private static string? Find(string folder) =>
        Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "libduckdb.so*", SearchOption.AllDirectories).FirstOrDefault() : null;

    private static void Fetch(string folder)
    {
        Directory.CreateDirectory(folder);
        Console.WriteLine($"Fetching {Package}");
        foreach (var (program, arguments) in new (string, string[])[] { ("npm", ["pack", "--silent", Package]), ("sh", ["-c", "tar xzf duckdb-node-bindings-*.tgz"]) })
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true })!;
            process.WaitForExit();
            if (process.ExitCode != 0) throw new InvalidOperationException($"{program} ended with {process.ExitCode}");
        }
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct Answer
    {
        public ulong A;
        public ulong B;
        public ulong C;
        public nint D;
        public nint E;
        public nint F;
    }
}
