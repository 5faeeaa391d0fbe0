using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using Lifeguard.Duties.Model.Calendar;
using Lifeguard.Duties.Model.Escalation;

namespace Lifeguard.Duties.Model;

/// <summary>The room's data files, read and checked once; all faults together.</summary>
internal sealed class DutiesFiles
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        Converters = { new JsonStringEnumConverter(allowIntegerValues: false) },
    };

    public required IReadOnlyList<BankHolidayChange> BankHolidays { get; init; }
    public required EscalationChains Chains { get; init; }

    public static DutiesFiles BuiltIn() => Read(TextOf("bank-holiday-changes.json"), TextOf("escalation-chains.json"));

    public static DutiesFiles Read(string bankHolidays, string chains)
    {
        List<string> faults = [];
        var changes = ReadOne<BankHolidayFile>("bank-holiday-changes.json", bankHolidays, faults)?.Entries ?? [];
        var file = ReadOne<EscalationFile>("escalation-chains.json", chains, faults);
        faults.AddRange(FaultsOf(changes));
        if (file is not null) faults.AddRange(file.Faults());

        return faults.Count == 0
            ? new DutiesFiles { BankHolidays = changes, Chains = new EscalationChains(file!) }
            : throw new DutiesFaultsException(faults);
    }

    private static IEnumerable<string> FaultsOf(IReadOnlyList<BankHolidayChange> changes)
    {
        foreach (var change in changes)
        {
            if (change.Calendars.Count == 0 || change.Calendars.Except(BankHolidayRules.Calendars).Any()) yield return $"bank-holiday-changes.json: {change.Key}: unknown or no calendar";
            if (BankHolidayRules.IsWeekend(change.Adds)) yield return $"bank-holiday-changes.json: {change.Key}: {change.Adds:yyyy-MM-dd} is at a weekend";
            if (change.Removes is { } gone && change.Calendars.Intersect(BankHolidayRules.Calendars).Any(calendar => !BankHolidayRules.Of(calendar, gone.Year).ContainsKey(gone)))
                yield return $"bank-holiday-changes.json: {change.Key}: {gone:yyyy-MM-dd} is no bank holiday by rule";
        }
    }

    private static T? ReadOne<T>(string name, string text, List<string> faults) where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(text, Strict);
        }
        catch (JsonException wrong)
        {
            faults.Add($"{name}: {wrong.Message}");
            return null;
        }
    }

    private static string TextOf(string name)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream($"duties/{name}")!);
        return reader.ReadToEnd();
    }

    private sealed record BankHolidayFile
    {
        public required IReadOnlyList<BankHolidayChange> Entries { get; init; }
    }
}

/// <summary>The room's data files are wrong; the process does not start.</summary>
internal sealed class DutiesFaultsException(IReadOnlyList<string> faults)
    : Exception($"The duties data has {faults.Count} fault(s):{Environment.NewLine}{string.Join(Environment.NewLine, faults)}")
{
    public IReadOnlyList<string> Faults { get; } = faults;
}
