using System.Globalization;
using System.Net;
using System.Text;
using Lifeguard.Filtering.Engine.Addresses;
using Lifeguard.Filtering.Engine.Decide;
using WebRequest = Lifeguard.Filtering.Engine.Decide.WebRequest;

namespace Lifeguard.Gateway.Commands;

/// <summary><c>filter explain</c>: for any person, address and time, what would be said and why.</summary>
internal static class ExplainAddress
{
    public static async Task<int> RunAsync(Filter filter, string address, string? person, string? client, string? level, DateTimeOffset at, TextWriter output, TextWriter error)
    {
        if (client is not null && !IPAddress.TryParse(client, out _))
        {
            await error.WriteLineAsync($"\"{client}\" is no IP address.");
            return 2;
        }

        var named = level is null ? null : filter.Policy.Levels.FirstOrDefault(one => one.Name == level);
        if (level is not null && named is null)
        {
            await error.WriteLineAsync($"There is no level \"{level}\". There are: {string.Join(", ", filter.Policy.Levels.Select(one => one.Name))}.");
            return 2;
        }

        var asker = named is not null ? filter.AskerAt(named) : filter.AskerFor(person, client is null ? IPAddress.None : IPAddress.Parse(client), at);
        if (!address.Contains("://", StringComparison.Ordinal)) address = "https://" + address;
        Write(filter, address, asker, at, output);
        return 0;
    }

    private static void Write(Filter filter, string text, Asker asker, DateTimeOffset at, TextWriter output)
    {
        var scratch = new byte[WebAddress.ScratchLength];
        var fault = WebAddress.TryRead(Encoding.UTF8.GetBytes(text), scratch, out var address);
        var request = new WebRequest(address);
        var verdict = fault is AddressFault.None ? filter.Decide(request, asker, Moment.At(at, filter.Policy.Zone)) : Filter.Unreadable;
        var said = filter.Explain(request, verdict, asker);

        output.WriteLine(said.Sentence);
        Line("address", fault is AddressFault.None ? $"{Encoding.UTF8.GetString(address.Host)}{Encoding.UTF8.GetString(address.Line)}" : $"not read: {fault}");
        Line("level", $"{said.LevelTitle} ({said.Level}), because {said.LevelBecause}");
        Line("time", TimeZoneInfo.ConvertTime(at, filter.Policy.Zone).ToString("dddd d MMMM yyyy, HH:mm", CultureInfo.GetCultureInfo("en-GB")));
        Line("category", said.CategoryTitle);
        Line("list", said.List is null ? null : $"{said.List}, from {said.ListSource}, of {said.ListAsOf:yyyy-MM-dd}");
        Line("entry", said.Entry);
        Line("rule", said.Rule is null ? said.RuleAt : $"{said.Rule} ({said.RuleAt})");
        Line("decided by", said.DecidedBy);
        Line("since", said.Since?.ToString("d MMMM yyyy", CultureInfo.GetCultureInfo("en-GB")));
        Line("until", said.Until);
        Line("why", said.Why);
        Line("words noted", verdict.NotedWords >= 0 ? filter.Policy.Words[verdict.NotedWords].Title : null);
        Line("lists", $"{said.Snapshot}, policy {said.PolicyVersion}, overlay {said.OverlayVersion}");

        void Line(string what, string? value)
        {
            if (!string.IsNullOrEmpty(value)) output.WriteLine($"  {what + ":",-13}{value}");
        }
    }
}
