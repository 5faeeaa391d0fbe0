using Lifeguard.Reference.Contracts;
using Lifeguard.Reference.Model;
using Shouldly;
using Xunit;

namespace Lifeguard.Tests.Reference;

public sealed class ReferenceDataTests
{
    private static readonly BuiltInReference Facts = new(ReferenceData.Read(ReferenceFiles.BuiltIn()));

    [Fact]
    public void Everything_HasASourceAndADate()
    {
        Facts.Everything.Count.ShouldBeGreaterThan(250);
        Facts.Everything.ShouldAllBe(entry => entry.Source.Length > 0 && entry.CheckedOn >= new DateOnly(2026, 1, 1));
    }

    [Fact]
    public void Read_WithFaultsInSeveralFiles_NamesThemAllTogether()
    {
        var files = ReferenceFiles.BuiltIn().ToDictionary();
        files["Choices/link-kinds.json"] = "{ not json";
        files["Choices/places.json"] = """{ "source": "s", "checkedOn": "2026-11-20", "entries": [ { "key": "Bad Key", "label": "x" }, { "label": "y" } ] }""";
        files["laws.json"] = files["laws.json"].Replace("\"replacedBy\": \"kcsie-2026\"", "\"replacedBy\": \"kcsie-2099\"", StringComparison.Ordinal);
        files["stray.json"] = "{}";
        files.Remove("nations.json");

        var faults = Should.Throw<ReferenceFaultsException>(() => ReferenceData.Read(files)).Faults;

        faults.ShouldContain(fault => fault.StartsWith("Choices/link-kinds.json: not JSON", StringComparison.Ordinal));
        faults.ShouldContain("'Bad Key': a key is lower case with hyphens");
        faults.ShouldContain(fault => fault.StartsWith("Choices/places.json: number 2", StringComparison.Ordinal));
        faults.ShouldContain("laws.json: kcsie-2025: no law 'kcsie-2099'");
        faults.ShouldContain("stray.json: no list of this name");
        faults.ShouldContain("nations.json: the file is missing");
    }

    [Fact]
    public void Read_WhenImageryFlagIsTakenAway_IsRefused()
    {
        var files = ReferenceFiles.BuiltIn().ToDictionary();
        files["incident-types.json"] = files["incident-types.json"].Replace("\"imagery\": true", "\"imagery\": false", StringComparison.Ordinal);

        var faults = Should.Throw<ReferenceFaultsException>(() => ReferenceData.Read(files)).Faults;

        faults.ShouldContain("incident-types.json: nudes-and-semi-nudes: the imagery flag and the imagery list go together");
    }

    [Fact]
    [Requirement("B-095")]
    public void ClosingReasons_HaveNoneForApparentAgreement()
    {
        var files = ReferenceFiles.BuiltIn().ToDictionary();
        files["Choices/closing-reasons.json"] = files["Choices/closing-reasons.json"].Replace("settled-in-school", "consensual", StringComparison.Ordinal);

        var faults = Should.Throw<ReferenceFaultsException>(() => ReferenceData.Read(files)).Faults;

        Facts.Choice(ChoiceList.ClosingReasons, "settled-in-school").ShouldNotBeNull();
        faults.ShouldContain("Choices/closing-reasons.json: consensual: apparent agreement is no reason to close");
    }

    [Fact]
    public void Read_WhenAKeyThatARuleNeedsIsRenamed_IsRefused()
    {
        var files = ReferenceFiles.BuiltIn().ToDictionary();
        files["Choices/involvement-roles.json"] = files["Choices/involvement-roles.json"].Replace("said-to-have-done-it", "suspect", StringComparison.Ordinal);

        var faults = Should.Throw<ReferenceFaultsException>(() => ReferenceData.Read(files)).Faults;

        faults.ShouldContain("Choices/involvement-roles.json: a rule depends on 'said-to-have-done-it'");
    }
}
