using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Lifeguard.Tests.Shared;
using Microsoft.Playwright;
using Npgsql;

namespace Lifeguard.Browser.Tests.House;

/// <summary>The published site as a stranger starts it: its own database, made as a demonstration, in a process of its own on loopback.</summary>
public sealed class Site : IAsyncLifetime
{
    private static int _sites;

    private readonly string _database = $"lg_site{Environment.ProcessId}_{Interlocked.Increment(ref _sites)}";
    private readonly string _data = Directory.CreateTempSubdirectory("lifeguard-site-").FullName;
    private readonly List<string> _said = [];
    private Process? _process;
    private Leash? _leash;
    private IPlaywright? _playwright;

    public Uri Address { get; } = new($"http://localhost:{FreePorts.Next()}");

    /// <summary>Everything the site has written to its log.</summary>
    public string Log
    {
        get
        {
            lock (_said) return string.Join('\n', _said);
        }
    }

    public string MailFolder => Path.Combine(_data, "mail");

    public string Data => _data;

    internal IBrowser Chromium { get; private set; } = null!;

    /// <summary>A gate's folder as a technician begins one: a policy, no lists yet.</summary>
    private string Gate()
    {
        var folder = Directory.CreateDirectory(Path.Combine(_data, "gate")).FullName;
        File.WriteAllText(Path.Combine(folder, "policy.yml"),
            """
            policy: 1
            school: Tarrowby High School
            lowest level: pupils
            own lists:
              distractions: { title: Distractions, addresses: [play.example], decided by: the head, since: 2026-09-01 }
            levels:
              pupils: { title: Pupils, blocks own: [distractions] }
            """);
        return folder;
    }

    public string Connection(string role) => $"{Server(role)};Database={_database}";

    public async ValueTask InitializeAsync()
    {
        await SqlAsync($"drop database if exists {_database} with (force)");
        await SqlAsync($"create database {_database}");
        await StartAsync();
        _playwright = await Playwright.CreateAsync();
        Chromium = await QuietChromium.LaunchAsync(_playwright);
    }

    public async ValueTask DisposeAsync()
    {
        await Chromium.DisposeAsync();
        _playwright?.Dispose();
        if (_process is { HasExited: false }) _process.Kill();
        if (_process is not null) await _process.WaitForExitAsync();
        _leash?.Dispose();
        NpgsqlConnection.ClearAllPools();
        await SqlAsync($"drop database if exists {_database} with (force)");
        Directory.Delete(_data, recursive: true);
    }

    /// <summary>A new window with its own cookies, watched for scripts that fail, policies broken and requests to other hosts.</summary>
    internal async Task<Visitor> VisitAsync(int width = 1280, int height = 900, bool scripts = true)
    {
        var context = await Chromium.NewContextAsync(new()
        {
            BaseURL = Address.ToString(),
            ViewportSize = new() { Width = width, Height = height },
            JavaScriptEnabled = scripts,
            Locale = "en-GB",
            TimezoneId = "Europe/London",
        });
        return await Visitor.EnterAsync(context, Address);
    }

    /// <summary>The code by which somebody without an account reports at the demonstration's high school.</summary>
    internal async Task<string> ReportCodeAsync()
    {
        await using var connection = new NpgsqlConnection(Connection("lg_owner"));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("select report_code from organisation where name = 'Tarrowby High School'", connection);
        return (string)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>Until every row that the journal holds has its seal.</summary>
    internal async Task SealedAsync()
    {
        await using var connection = new NpgsqlConnection(Connection("lg_backup"));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("select exists (select 1 from journal j where not exists (select 1 from journal_seal s where s.journal_id = j.id))", connection);
        for (var tries = 0; tries < 150; tries++)
        {
            if (!(bool)(await command.ExecuteScalarAsync())!) return;
            await Task.Delay(200);
        }

        throw new InvalidOperationException("The journal is not being sealed.");
    }

    /// <summary>Every letter written so far, once there is one like the one that is waited for.</summary>
    internal async Task<IReadOnlyList<string>> LettersAsync(Func<string, bool> wait)
    {
        for (var tries = 0; tries < 150; tries++)
        {
            var letters = Directory.Exists(MailFolder) ? Directory.GetFiles(MailFolder, "*.eml").Select(File.ReadAllText).ToList() : [];
            if (letters.Exists(letter => wait(letter))) return letters;
            await Task.Delay(200);
        }

        throw new InvalidOperationException("No such letter was written within half a minute.");
    }

    private async Task StartAsync()
    {
        var folder = Environment.GetEnvironmentVariable("LIFEGUARD_PUBLISHED") ?? Path.Combine(Repository.Root, "artifacts", "web");
        var start = new ProcessStartInfo(Path.Combine(folder, "Lifeguard.Web")) { ArgumentList = { "--urls", $"http://127.0.0.1:{Address.Port}" }, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["ConnectionStrings__Owner"] = Connection("lg_owner");
        start.Environment["ConnectionStrings__App"] = Connection("lg_app");
        start.Environment["Lifeguard__Demonstration"] = "true";
        start.Environment["Lifeguard__Data"] = _data;
        start.Environment["Lifeguard__Site"] = Address.ToString();
        start.Environment["Lifeguard__Pdf__NoSandbox"] = "true";
        start.Environment["Lifeguard__Gate__Folder"] = Gate();
        // No gateway runs beside it. One look alone is no alarm.
        start.Environment["Lifeguard__Jobs__Gate"] = "1.00:00:00";
        start.Environment["Lifeguard__Gate__School"] = "Tarrowby High School";
        start.Environment["Lifeguard__Gate__Browser"] = "chromium --proxy-server=http://127.0.0.1:3128";
        _process = Process.Start(start)!;
        _leash = Leash.On(_process.Id);
        _process.OutputDataReceived += (_, line) => Keep(line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        using var client = new HttpClient();
        for (var tries = 0; tries < 600; tries++)
        {
            if (_process.HasExited) throw new InvalidOperationException("The site ended at once:\n" + Log);
            try
            {
                if ((await client.GetAsync(new Uri(Address, "/sign-in"))).IsSuccessStatusCode) return;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(200);
        }

        throw new InvalidOperationException("The site did not answer within two minutes:\n" + Log);
    }

    private void Keep(string? line)
    {
        if (line is null) return;
        lock (_said) _said.Add(line);
    }

    private static string Server(string role) =>
        $"Host={Environment.GetEnvironmentVariable("LIFEGUARD_TEST_SOCKET") ?? throw new InvalidOperationException("Run ./test, or start the test database and set LIFEGUARD_TEST_SOCKET.")};Port=5432;Username={role}";

    private static async Task SqlAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(Server("lg_owner") + ";Database=lifeguard;Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}

[CollectionDefinition(nameof(Site))]
public sealed class SiteCollection : ICollectionFixture<Site>;

/// <summary>A second site, so that two journeys go on at one time and neither meets what the other has done.</summary>
[CollectionDefinition(nameof(SecondSiteCollection))]
public sealed class SecondSiteCollection : ICollectionFixture<Site>;
