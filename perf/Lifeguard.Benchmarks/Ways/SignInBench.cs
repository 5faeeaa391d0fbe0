using System.Diagnostics;
using System.Globalization;
using System.Net;
using Lifeguard.Benchmarks.Filling;
using Lifeguard.Benchmarks.Pages;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Lifeguard.Benchmarks.Ways;

/// <summary>
/// Signing in with the real password hash, beside the hash alone; how many guesses a second are answered before and after the limit; and
/// what people who are signed in feel of a flood of guesses.
/// </summary>
internal static class SignInBench
{
    private const string Password = "seven-otters-cross-the-weir";
    private const int Staff = 200;

    public static async Task<int> RunAsync(string owner, string app)
    {
        await using var copy = await TenYears.CopyAsync(owner, app, "lg_sign_in");
        var hasher = new PasswordHasher<object>(Options.Create(new PasswordHasherOptions()));
        await GivePasswordsAsync(TenYears.Named(owner, copy.Name), hasher.HashPassword(new object(), Password));
        await using var site = await BenchSite.StartAsync(5480, BenchSite.Settings(owner, app, copy.Name));

        var alone = await HashesAsync(hasher, TimeSpan.FromSeconds(4));
        // From one computer: that many people at one address come in, as a school's do in the morning.
        var signIns = await RateAsync(site, number => (Mail(60 + number % (Staff - 10)), Password), TimeSpan.FromSeconds(10));
        Console.WriteLine($"{"Signing in, 8 at once",-44} {"a second",9}");
        Console.WriteLine(Line("the hash alone, on all cores", alone));
        Console.WriteLine(Line("right password, whole way in", signIns.ASecond) + string.Create(CultureInfo.InvariantCulture, $"   {signIns.ASecond / alone:N2} of the hash alone; {signIns.CameIn} came in, {signIns.Others} did not"));

        var references = await Visitors.ReferencesAsync(TenYears.Named(owner, copy.Name));
        var visitors = await Visitors.SignInAsync(site.Address, 20);
        var before = await ReadingAsync(visitors, references, () => Task.Delay(TimeSpan.FromSeconds(15)));
        var (one, many) = (new Guessed(0, 0, 0), new Guessed(0, 0, 0));
        var during = await ReadingAsync(visitors, references, async () =>
        {
            one = await RateAsync(site, number => (Mail(51), $"guess-{number}"), TimeSpan.FromSeconds(10));
            many = await RateAsync(site, number => (Mail(60 + number % 150), $"guess-{number}"), TimeSpan.FromSeconds(10));
        });
        Console.WriteLine(Line("wrong guesses at one account", one.ASecond) + string.Create(CultureInfo.InvariantCulture, $"   {one.CameIn} came in"));
        Console.WriteLine(Line("wrong guesses at 150 accounts", many.ASecond) + string.Create(CultureInfo.InvariantCulture, $"   {many.CameIn} came in"));

        // Ten guesses in five minutes are the limit; the owner's own password must open nothing from a strange computer after it.
        var after = await RateAsync(site, _ => (Mail(51), Password), TimeSpan.FromSeconds(2));
        Console.WriteLine($"The right password after the limit, from a computer that the account does not know: {after.CameIn} of {after.CameIn + after.Others} came in (bound 0)");
        Console.WriteLine($"\n{"20 people reading records",-28} {"pages",8} {"p50 ms",9} {"p95 ms",9} {"p99 ms",9} {"goal",9}");
        Console.WriteLine(before.Line("nobody guesses", null));
        Console.WriteLine(during.Line("8 guess without rest", null));
        return one.CameIn + many.CameIn + after.CameIn > 0 ? 1 : 0;
    }

    private static string Mail(int number) => string.Create(CultureInfo.InvariantCulture, $"p{number}@bench.test");

    private static string Line(string name, double aSecond) => string.Create(CultureInfo.InvariantCulture, $"{name,-44} {aSecond,9:N1}");

    private static async Task<Times> ReadingAsync(IReadOnlyList<HttpClient> visitors, List<string> references, Func<Task> meanwhile)
    {
        var times = new Times();
        using var end = new CancellationTokenSource();
        var reading = Visitors.ReadAsync(visitors, references, times, end.Token);
        await meanwhile();
        await end.CancelAsync();
        var wrong = await reading;
        if (wrong > 0) Console.WriteLine($"{wrong} pages did not arrive.");
        return times;
    }

    private static async Task<double> HashesAsync(PasswordHasher<object> hasher, TimeSpan howLong)
    {
        var (hash, who, count, clock) = (hasher.HashPassword(new object(), Password), new object(), 0, Stopwatch.StartNew());
        await Task.WhenAll(Enumerable.Range(0, Environment.ProcessorCount).Select(_ => Task.Run(() =>
        {
            while (clock.Elapsed < howLong)
            {
                hasher.VerifyHashedPassword(who, hash, Password);
                Interlocked.Increment(ref count);
            }
        })));
        return count / clock.Elapsed.TotalSeconds;
    }

    private static async Task<Guessed> RateAsync(SiteProcess site, Func<int, (string Mail, string Password)> guess, TimeSpan howLong)
    {
        var (number, cameIn, others, clock) = (0, 0, 0, Stopwatch.StartNew());
        await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
        {
            while (clock.Elapsed < howLong)
            {
                using var browser = new HttpClient(new SecureCookies { AllowAutoRedirect = false }.Chain()) { BaseAddress = site.Address };
                var page = await browser.GetStringAsync(new Uri("/sign-in", UriKind.Relative));
                var (mail, password) = guess(Interlocked.Increment(ref number));
                using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["Email"] = mail, ["Password"] = password, ["__RequestVerificationToken"] = Visitors.Token(page) });
                using var answer = await browser.PostAsync(new Uri("/sign-in", UriKind.Relative), form);
                if (answer.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.SeeOther) Interlocked.Increment(ref cameIn);
                else Interlocked.Increment(ref others);
            }
        }));
        return new Guessed((cameIn + others) / clock.Elapsed.TotalSeconds, cameIn, others);
    }

    // Teachers, who need no second factor: what is measured is the password.
    private static Task GivePasswordsAsync(string owner, string hash) => TenYears.RunAsync(owner, $"""
        insert into account (id, identity_id, home_org, user_name, normalized_user_name, email, normalized_email, email_confirmed, password_hash, security_stamp, concurrency_stamp, phone_number_confirmed, two_factor_enabled, lockout_enabled, access_failed_count)
          select md5('teacher' || n)::uuid, md5('staff' || n)::uuid, '10000000-0000-4000-8000-000000000001'::uuid, 'p' || n || '@bench.test', upper('p' || n || '@bench.test'), 'p' || n || '@bench.test', upper('p' || n || '@bench.test'), false, '{hash}', 'x', 'x', false, false, true, 0
          from generate_series(60, {50 + Staff}) n
        union all
          select md5('teacher51')::uuid, md5('staff54')::uuid, '10000000-0000-4000-8000-000000000001'::uuid, 'p51@bench.test', upper('p51@bench.test'), 'p51@bench.test', upper('p51@bench.test'), false, '{hash}', 'x', 'x', false, false, true, 0
        """);

    private sealed record Guessed(double ASecond, int CameIn, int Others);
}
