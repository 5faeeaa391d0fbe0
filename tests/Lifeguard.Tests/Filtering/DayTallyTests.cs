using Lifeguard.Filtering.Storage.Log;

namespace Lifeguard.Tests.Filtering;

public sealed class DayTallyTests
{
    /// <summary>Days are kept for more than a year: those of the format before are read, and packed anew with what is added.</summary>
    [Fact]
    public void ADayOfTheFormatBefore_IsRead_WithoutTheBytesThatItCounted()
    {
        // Category 3 blocked: 300 bytes, twice in hour 9. Category 20 allowed: none, once in hour 0 and 130 times in hour 23.
        byte[] before = [1, 25, 0xAC, 2, 0x80, 4, 2, 0x87, 1, 0, 0x81, 0x80, 0x80, 4, 1, 0x82, 1];
        var tally = new DayTally();

        tally.Add(before);

        (tally.Requests, tally.Refused).ShouldBe((133, 2));
        tally.ByHour().ShouldBe([(3, 1, 9, 2), (20, 0, 0, 1), (20, 0, 23, 130)], ignoreOrder: true);
        tally.Add(3, 1, 9);
        byte[] after = [2, 25, 0x80, 4, 3, 0x87, 1, 0x81, 0x80, 0x80, 4, 1, 0x82, 1];
        tally.Pack().ShouldBe(after);
    }

    [Fact]
    public void WhatIsPacked_IsReadAsItWas()
    {
        var (random, tally, read) = (new Random(3), new DayTally(), new DayTally());
        for (var request = 0; request < 200; request++) tally.Add(random.Next(60), random.Next(5), random.Next(24), 1 + random.Next(300));

        read.Add(tally.Pack());

        read.ByHour().ShouldBe(tally.ByHour(), ignoreOrder: true);
        (read.Requests, read.Refused).ShouldBe((tally.Requests, tally.Refused));
    }

    [Theory]
    [InlineData(new byte[0])]
    [InlineData(new byte[] { 0, 25, 0x80, 4, 2 })]
    [InlineData(new byte[] { 3, 25, 0x80, 4, 2 })]
    public void ADayOfAnotherFormat_IsNotRead(byte[] packed) => Should.Throw<InvalidDataException>(() => new DayTally().Add(packed));
}
