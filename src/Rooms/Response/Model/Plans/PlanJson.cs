using System.Text.Encodings.Web;
using System.Text.Json;
using Lifeguard.Response.Contracts;

namespace Lifeguard.Response.Model.Plans;

/// <summary>A plan as the command line prints it.</summary>
internal static class PlanJson
{
    /// <summary>One line, with letters as they are: people read it.</summary>
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Write(Plan plan) => JsonSerializer.Serialize(new
    {
        flow = plan.Flow,
        version = plan.Version,
        complete = plan.Complete,
        next = plan.Next,
        urgency = Words.Of(plan.Urgency),
        steps = plan.Steps.Select(one => new { id = one.Id, text = one.Text, who = one.Who, due = Words.Of(one.Due), dueAt = one.DueAt, because = one.Because }),
        refer = plan.Refer.Select(one => new { to = one.To, within = Words.Of(one.Within), dueAt = one.DueAt, because = one.Because }),
        tell = plan.Tell.Select(one => new { role = one.Role, when = Words.Of(one.When), because = one.Because }),
        mustNot = plan.MustNot.Select(one => new { id = one.Id, text = one.Text, because = one.Because }),
    }, Options);
}
