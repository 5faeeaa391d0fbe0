using Lifeguard.Kernel;

namespace Lifeguard.Incidents.Pages.Incidents;

/// <summary>The addresses of this room. They hold random references and nothing else.</summary>
internal static class Links
{
    public const string Desk = "/desk";
    public const string Report = "/report";
    public const string Receipts = "/receipts";
    public const string ReadingLog = "/reading-log";
    public const string BlankForm = "/forms/blank";
    public const string TechnicalTasks = "/technical-tasks";

    public const string Conduct = "/conduct";
    public const string ConductDecisions = "/conduct/decisions";

    public static string ConductOf(Guid place) => $"{Conduct}?of={place}";

    public static string ConductCategory(string key, Guid place) => $"{Conduct}/{key}?of={place}";

    public static string Incident(RandomReference reference) => $"/incidents/{reference}";

    /// <summary>A page of one record such as <c>close</c> or <c>notes/new</c>.</summary>
    public static string Incident(RandomReference reference, string page) => $"/incidents/{reference}/{page}";

    public static string Run(RandomReference reference, Guid run) => Incident(reference, $"respond/{run:N}");

    public static string PlanItem(RandomReference reference, Guid run, Guid item) => $"{Run(reference, run)}/items/{item:N}";

    public static string Draft(RandomReference draft, string page) => $"/report/{draft}/{page}";

    public static string Receipt(RandomReference receipt) => $"/receipts/{receipt}";

    public static string TechnicalTask(RandomReference task) => $"/technical-tasks/{task}";
}
