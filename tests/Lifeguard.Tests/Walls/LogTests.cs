using System.Text.RegularExpressions;

namespace Lifeguard.Tests.Walls;

/// <summary>A log line holds numbers, keys and names of faults; never an address, a name or somebody's words.</summary>
public sealed partial class LogTests
{
    // Texts that no person wrote: the type of an exception and where it happened, the number of a request, a state of the database,
    // the name of a job, and what the browser that makes a PDF says of itself.
    private static readonly string[] OwnTexts = ["fault", "trace", "state", "job", "what", "complaint"];

    [Fact]
    public void LogMessages_TakeNoFreeText()
    {
        // The verifier and the command line are programs of their own, and speak to whoever typed, as the site does while it starts.
        string[] speaking = ["src/Verifier/", "src/Cli/", "src/Web/Program.cs"];

        var faults = Sources.Of(".cs").Where(source => !speaking.Any(one => source.Name.StartsWith(one, StringComparison.Ordinal))).SelectMany(source => Faults(source.Text).Select(fault => $"{source.Name}: {fault}"));

        faults.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("[LoggerMessage(1, LogLevel.Warning, \"Not opened: {Path}\")]\n private static partial void NotOpened(ILogger logger, string path);")]
    [InlineData("[LoggerMessage(1, LogLevel.Warning, \"Not opened: {Address}\")]\n private static partial void NotOpened(ILogger logger, Uri address);")]
    [InlineData("[LoggerMessage(1, LogLevel.Warning, \"Of {Person}\")]\n private static partial void Of(ILogger logger, Guid record, PersonCard person);")]
    [InlineData("[LoggerMessage(1, LogLevel.Warning, \"Failed\")]\n private static partial void Failed(ILogger logger, Exception exception);")]
    [InlineData("log.LogWarning(\"Not sent to {Name}\", name);")]
    [InlineData("Console.WriteLine(incident.WhatHappened);")]
    public void Detector_SeesFreeText(string code)
    {
        Faults(code).ShouldNotBeEmpty();
    }

    [Fact]
    public void Detector_LetsKeysAndCountsPass()
    {
        Faults("[LoggerMessage(1201, LogLevel.Warning, \"Letter {Letter} at try {Try} ({Fault})\")]\n private static partial void NotSent(ILogger logger, Guid letter, int @try, string fault);").ShouldBeEmpty();
    }

    private static IEnumerable<string> Faults(string code)
    {
        foreach (Match message in Message().Matches(code))
        {
            foreach (var parameter in message.Groups["parameters"].Value.Split(',').Select(one => one.Trim()).Where(one => one.Length > 0))
            {
                var words = parameter.Split(' ');
                var (type, name) = (words[^2], words[^1].TrimStart('@'));
                if (type is "ILogger" or "int" or "long" or "double" or "Guid" or "TimeSpan" or "DateTimeOffset" || (type.TrimEnd('?') == "string" && OwnTexts.Contains(name))) continue;
                yield return parameter;
            }
        }

        foreach (Match direct in Direct().Matches(code)) yield return direct.Value;
        if (code.Contains("Console.Write", StringComparison.Ordinal)) yield return "Console.Write";
    }

    [GeneratedRegex("""\[LoggerMessage\([^\]]*\)\]\s*(?:\[[^\]]*\]\s*)*[\w\s]*?void\s+\w+\((?<parameters>[^)]*)\)""")]
    private static partial Regex Message();

    [GeneratedRegex("""\.Log(?:Trace|Debug|Information|Warning|Error|Critical)?\(""")]
    private static partial Regex Direct();
}
