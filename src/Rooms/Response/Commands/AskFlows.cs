using System.Globalization;
using System.Text.Json;
using Lifeguard.Duties.Contracts;
using Lifeguard.Reference.Contracts;
using Lifeguard.Response.Contracts;
using Lifeguard.Response.Model.Flows;
using Lifeguard.Response.Model.Plans;

namespace Lifeguard.Response.Commands;

/// <summary><c>lifeguard response flows | questions --flow ID | plan --flow ID --answers FILE.json [--at TIME]</c>: needs no database.</summary>
public sealed class AskFlows
{
    private const int Done = 0;
    private const int Refused = 2;

    private readonly FlowLibrary _flows;
    private readonly ICalendars _calendars;

    internal AskFlows(FlowLibrary flows, ICalendars calendars) => (_flows, _calendars) = (flows, calendars);

    /// <summary>One JSON line for each flow: id, version, title, when it is the right one.</summary>
    public async Task<int> FlowsAsync(TextWriter output)
    {
        foreach (var flow in _flows.All)
            await output.WriteLineAsync(JsonSerializer.Serialize(new { flow = flow.Id, version = flow.Version, title = flow.Title, group = flow.Group, says = flow.Says }, PlanJson.Options));
        return Done;
    }

    /// <summary>One JSON line for each question, in order, with its answers and when it is asked.</summary>
    public async Task<int> QuestionsAsync(string id, TextWriter output)
    {
        if (_flows.Find(id) is not { } flow) return await UnknownAsync(id, output);

        foreach (var question in flow.Questions)
        {
            await output.WriteLineAsync(JsonSerializer.Serialize(new
            {
                question = question.Id,
                asks = question.Asks,
                answers = question.Answers.Select(answer => new { id = answer.Id, text = answer.Text }),
                only = question.Only?.Alternatives,
            }, PlanJson.Options));
        }

        return Done;
    }

    /// <param name="answers">A file with one JSON object: answers by question. Beside them may stand <c>facts</c> and <c>settings</c>, each an object.</param>
    /// <param name="at">From when deadlines run, such as <c>2026-11-27T16:40:00Z</c>; without it the plan has words and no instants.</param>
    public async Task<int> PlanAsync(string id, string answers, string? at, TextWriter output, CancellationToken stop)
    {
        if (_flows.Find(id) is not { } flow) return await UnknownAsync(id, output);

        Moment? moment = null;
        if (at is not null)
        {
            if (!DateTimeOffset.TryParse(at, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var now)) return await SayAsync(output, $"{at} is not a time such as 2026-11-27T16:40:00Z.");
            moment = new Moment(now, _calendars.Usual(Nation.England));
        }

        Given given;
        try
        {
            given = Given.Read(await File.ReadAllTextAsync(answers, stop));
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException or JsonException)
        {
            return await SayAsync(output, $"{answers} cannot be read as answers: {wrong.Message}");
        }

        foreach (var (name, answer) in given.Answers)
        {
            if (flow.Find(name) is not { } question) return await SayAsync(output, $"The flow {id} has no question {name}. See: lifeguard response questions --flow {id}");
            if (!question.Takes(answer)) return await SayAsync(output, $"{name} takes {string.Join(", ", question.Answers.Select(one => one.Id))}; it does not take {answer}.");
        }

        await output.WriteLineAsync(PlanJson.Write(PlanMaker.Make(flow, given.Answers, new CaseFacts(given.Facts, given.Settings), moment)));
        return Done;
    }

    private Task<int> UnknownAsync(string id, TextWriter output) => SayAsync(output, $"There is no flow {id}. There is {string.Join(", ", _flows.All.Select(flow => flow.Id))}.");

    private static async Task<int> SayAsync(TextWriter output, string says)
    {
        await output.WriteLineAsync(says);
        return Refused;
    }

    private sealed record Given(Dictionary<string, string> Answers, Dictionary<string, string> Facts, Dictionary<string, string> Settings)
    {
        public static Given Read(string text)
        {
            using var json = JsonDocument.Parse(text);
            if (json.RootElement.ValueKind != JsonValueKind.Object) throw new JsonException("it is not one object");

            var root = json.RootElement.EnumerateObject().ToList();
            // Answers stand at the top, or together under their name.
            var answers = root.Where(one => one.Value.ValueKind != JsonValueKind.Object).ToDictionary(one => one.Name, Text);
            foreach (var (name, value) in Under(root, "answers")) answers[name] = value;
            return new Given(answers, Under(root, "facts"), Under(root, "settings"));
        }

        private static Dictionary<string, string> Under(List<JsonProperty> root, string name) =>
            root.Where(one => one.Name == name && one.Value.ValueKind == JsonValueKind.Object).SelectMany(one => one.Value.EnumerateObject()).ToDictionary(one => one.Name, Text);

        private static string Text(JsonProperty property) => property.Value.ValueKind switch
        {
            JsonValueKind.True => "yes",
            JsonValueKind.False => "no",
            _ => property.Value.ToString(),
        };
    }
}
