using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Lifeguard.Tests.Guards;

/// <summary>What the process says of itself while people read and write: never a word of theirs.</summary>
[Collection(WalkedTogether.Name)]
public sealed partial class CapturedLogTests(WalkedHouse house)
{
    [Fact]
    public void Log_HeardTheWholeWalk()
    {
        house.Log.Lines.Count.ShouldBeGreaterThan(1000);
        house.Log.Lines.ShouldContain(line => line.Category.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal));
        house.Log.Lines.ShouldContain(line => line.Category.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal));
    }

    [Fact]
    public void Log_AtItsFinest_HoldsNoWordOfARecord()
    {
        Hits().ShouldBeEmpty();
    }

    [Fact]
    public void Log_OfTheHouseItself_HoldsNoAddressOfARecord()
    {
        var reference = house.Record.Reference.ToString();

        house.Log.Lines.Where(line => line.Category.StartsWith("Lifeguard", StringComparison.Ordinal) && line.Line.Contains(reference, StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public void Detector_HearsAWordThatIsLogged()
    {
        var word = FilledRecord.Mark + "bcdfghjkmnpqrstvwx";
        house.Log.IsHearing = true;
        var logger = house.World.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Lifeguard.Sample");

        logger.Log(LogLevel.Trace, default, word, null, (state, _) => state);

        house.Log.Lines.ShouldContain(line => line.Line.Contains(word, StringComparison.Ordinal));
        Word().IsMatch(word[..12]).ShouldBeTrue();
    }

    private IEnumerable<string> Hits() => house.Log.Lines.Where(line => line.Category != "Lifeguard.Sample" && Word().IsMatch(line.Line))
        .Select(line => $"{line.Category}: {line.Line}").Distinct();

    // Also a word that was cut off. The mark alone comes up in one random address of a thousand.
    [GeneratedRegex(FilledRecord.Mark + "[bcdfghjkmnpqrstvwxz]{6}", RegexOptions.IgnoreCase)]
    private static partial Regex Word();
}
