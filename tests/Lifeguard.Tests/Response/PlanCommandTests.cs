using System.Text.Json;
using Lifeguard.Cli;

namespace Lifeguard.Tests.Response;

/// <summary>The command line prints plans without any database.</summary>
public sealed class PlanCommandTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("lifeguard-response-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Plan_IsOneJsonObject_WithInstantsFromTheTimeGiven()
    {
        // Thursday before Easter 2027, when the clocks go forward: the next working day is Tuesday.
        var plan = await PlanAsync("allegation", """{"danger": "no", "about": "staff", "kind": "sexual"}""", "2027-03-25T16:00:00Z");

        plan.GetProperty("flow").GetString().ShouldBe("allegation");
        plan.GetProperty("complete").GetBoolean().ShouldBeFalse();
        plan.GetProperty("next").GetString().ShouldBe("with-children");
        plan.GetProperty("urgency").GetString().ShouldBe("immediate");
        var lado = plan.GetProperty("refer").EnumerateArray().Single(one => one.GetProperty("to").GetString() == "lado");
        lado.GetProperty("within").GetString().ShouldBe("1-working-day");
        lado.GetProperty("dueAt").GetDateTimeOffset().ShouldBe(new DateTimeOffset(2027, 3, 30, 15, 0, 0, TimeSpan.Zero));
        lado.GetProperty("because")[0].GetProperty("answers").GetProperty("kind").GetString().ShouldBe("sexual");
        plan.GetProperty("tell")[0].GetProperty("role").GetString().ShouldBe("head");
    }

    [Fact]
    public async Task Settings_AndFacts_CountBesideTheAnswers()
    {
        const string answers = """{"answers": {"danger": "no", "adult": "no", "shown": "sexual-acts"}, "facts": {"youngest-age": "13-15"}, "settings": {"sexual-acts-under": "18"}}""";

        (await PlanAsync("nudes", answers, null)).GetProperty("urgency").GetString().ShouldBe("immediate");
        (await PlanAsync("nudes", answers.Replace("\"18\"", "\"13\"", StringComparison.Ordinal), null)).GetProperty("urgency").GetString().ShouldBe("same-day");
    }

    [Theory]
    [InlineData("nude", "{}", null, "There is no flow nude.")]
    [InlineData("nudes", "[]", null, "cannot be read as answers")]
    [InlineData("nudes", "{", null, "cannot be read as answers")]
    [InlineData("nudes", """{"weather": "fine"}""", null, "has no question weather")]
    [InlineData("nudes", """{"danger": "perhaps"}""", null, "danger takes yes, ill, no, unsure")]
    [InlineData("nudes", "{}", "tomorrow", "is not a time")]
    public async Task WhatCannotBe_IsSaid(string flow, string answers, string? at, string says)
    {
        var (code, said) = await TypeAsync(["response", "plan", "--flow", flow, "--answers", File(answers), .. at is null ? (string[])[] : ["--at", at]]);

        code.ShouldBe(2);
        said.ShouldContain(says);
    }

    [Fact]
    public async Task FlowsAndQuestions_AreListed()
    {
        (await TypeAsync(["response", "flows"])).Said.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBeGreaterThanOrEqualTo(6);
        var (_, questions) = await TypeAsync(["response", "questions", "--flow", "nudes"]);
        JsonDocument.Parse(questions.Split('\n')[0]).RootElement.GetProperty("question").GetString().ShouldBe("danger");
    }

    private async Task<JsonElement> PlanAsync(string flow, string answers, string? at)
    {
        var (code, said) = await TypeAsync(["response", "plan", "--flow", flow, "--answers", File(answers), .. at is null ? (string[])[] : ["--at", at]]);
        code.ShouldBe(0, said);
        return JsonDocument.Parse(said).RootElement;
    }

    private string File(string answers)
    {
        var path = Path.Combine(_folder.FullName, "answers.json");
        System.IO.File.WriteAllText(path, answers);
        return path;
    }

    private async Task<(int Code, string Said)> TypeAsync(IReadOnlyList<string> typed)
    {
        using var output = new StringWriter();
        var code = await new CommandLine(output, output, []).RunAsync(typed, TestContext.Current.CancellationToken);
        return (code, output.ToString());
    }
}
