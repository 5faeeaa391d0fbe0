using Lifeguard.Organisation.Contracts;

namespace Lifeguard.Filtering.Model;

/// <summary>For how many days the log of the gate is kept.</summary>
internal static class KeptDays
{
    private const string Group = "The gate";
    private const string Source = "UK GDPR, article 5(1)(e): no longer than needed";

    public static Setting Raw { get; } = new(
        "gate.raw-days", Group, "How long single requests are kept",
        "Who opened which page and when. Whole days go together, by themselves, also what is longer set elsewhere on the same gate once the longest of the settings is over. Visits to helplines are never written down.",
        Source, [new SettingField("Single requests", "days", 14, 1, 90)]);

    public static Setting Figures { get; } = new(
        "gate.figure-days", Group, "How long counts of requests are kept",
        "How many requests of a person on a day fell into which category. They hold no address of a page.",
        Source, [new SettingField("Counts", "days", 400, 31, 800)]);
}
