using System.Text.Json;
using System.Text.RegularExpressions;
using Lifeguard.Tests.House;

namespace Lifeguard.Tests.SupplyChain;

/// <summary>What Lifeguard is made of stands in one list that a school is given: each package of each lock file, with its licence.</summary>
public sealed partial class PartsListTests
{
    private static readonly IReadOnlyList<Part> s_parts = Read(File.ReadAllText(Path.Combine(Repository.Root, "docs/parts.cdx.json")));

    [Fact]
    public void EveryProgram_HasALock()
    {
        var programs = new[] { "src", "tests", "perf", "tools" }.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.csproj", SearchOption.AllDirectories))
            .Where(path => File.ReadAllText(path) is var project && (project.Contains("<OutputType>Exe</OutputType>", StringComparison.Ordinal) || project.Contains("Microsoft.NET.Sdk.Web", StringComparison.Ordinal))).ToList();

        programs.Count.ShouldBeGreaterThan(7);
        programs.Where(path => !File.Exists(Path.Combine(Path.GetDirectoryName(path)!, "packages.lock.json"))).ShouldBeEmpty();
    }

    [Fact]
    public void EveryPackageOfALock_IsInTheList_WithItsHash()
    {
        LockedPackage.All.Count.ShouldBeGreaterThan(150);
        Missing(LockedPackage.All, s_parts).ShouldBeEmpty("Make the list anew: tools/parts");
    }

    [Fact]
    public void NothingElse_IsInTheList_ButTheRuntimeThatIsPublished()
    {
        var runtime = Runtime().Match(File.ReadAllText(Path.Combine(Repository.Root, "scripts/publish.sh"))).Groups[1].Value;
        var others = s_parts.Where(part => LockedPackage.All.All(locked => locked.Purl != part.Purl)).ToList();

        others.Count.ShouldBe(4);
        others.ShouldAllBe(part => part.Purl.Contains(".App.Runtime.linux-") && part.Purl.EndsWith("@" + runtime) && part.IsShipped);
    }

    [Fact]
    public void EveryPart_HasALicence()
    {
        WithoutLicence(s_parts).ShouldBeEmpty();
    }

    [Fact]
    public void WhatIsShipped_IsMarkedSo_AndWhatTestsIsNot()
    {
        foreach (var name in new[] { "Npgsql", "Quartz", "CsvHelper", "QRCoder", "govuk-frontend", "@fontsource/atkinson-hyperlegible" }) s_parts.Where(part => part.Name == name).ShouldAllBe(part => part.IsShipped, name);
        foreach (var name in new[] { "xunit.v3", "AngleSharp", "Microsoft.Playwright", "esbuild", "Microsoft.CodeAnalysis.BannedApiAnalyzers" }) s_parts.Single(part => part.Name == name).IsShipped.ShouldBeFalse(name);
    }

    /// <summary>A checkout says what it is made of, and each machine from where it fetches that.</summary>
    [Fact]
    public void NoLock_NamesARegistry()
    {
        LockedPackage.Locks.Append(Path.Combine(Repository.Root, "docs/parts.cdx.json"))
            .Where(path => FetchedFrom().IsMatch(File.ReadAllText(path))).ShouldBeEmpty();
    }

    [Fact]
    public void Detector_SeesAMissingPart_AChangedOne_AndOneWithoutALicence()
    {
        var locked = new LockedPackage("packages.lock.json", "pkg:nuget/One@1.0.0", "ab");

        Missing([locked], []).ShouldBe(["packages.lock.json: pkg:nuget/One@1.0.0"]);
        Missing([locked], Read("""{"components":[{"name":"One","purl":"pkg:nuget/One@1.0.0","scope":"required","hashes":[{"alg":"SHA-512","content":"cd"}],"licenses":[{"license":{"id":"MIT"}}]}]}""")).Count.ShouldBe(1);
        FetchedFrom().IsMatch("\"resolved\": \"https://packages.example/one.tgz\"").ShouldBeTrue();
        WithoutLicence(Read("""{"components":[{"name":"One","purl":"pkg:nuget/One@1.0.0","scope":"required","licenses":[{"license":{"id":""}}]},{"name":"Two","purl":"x","scope":"required"}]}""")).ShouldBe(["pkg:nuget/One@1.0.0", "x"]);
    }

    private static List<string> Missing(IEnumerable<LockedPackage> locked, IReadOnlyList<Part> parts)
    {
        var known = parts.Select(part => (part.Purl, part.Sha512)).ToHashSet();
        return [.. locked.Where(one => !known.Contains((one.Purl, one.Sha512))).Select(one => $"{one.Lock}: {one.Purl}")];
    }

    private static IEnumerable<string> WithoutLicence(IEnumerable<Part> parts) => parts.Where(part => string.IsNullOrWhiteSpace(part.Licence)).Select(part => part.Purl);

    private static List<Part> Read(string json)
    {
        using var file = JsonDocument.Parse(json);
        return [.. file.RootElement.GetProperty("components").EnumerateArray().Select(one => new Part(
            one.GetProperty("name").GetString()!, one.GetProperty("purl").GetString()!, one.GetProperty("scope").GetString() == "required",
            one.TryGetProperty("hashes", out var hashes) ? hashes[0].GetProperty("content").GetString()! : "",
            one.TryGetProperty("licenses", out var licences) ? LicenceOf(licences[0]) : null))];
    }

    private static string? LicenceOf(JsonElement said) => said.TryGetProperty("expression", out var expression) ? expression.GetString() : said.GetProperty("license").GetProperty("id").GetString();

    [GeneratedRegex(@"^runtime_version=([0-9.]+)$", RegexOptions.Multiline)]
    private static partial Regex Runtime();

    [GeneratedRegex("\"resolved\": *\"[^\"]*://")]
    private static partial Regex FetchedFrom();

    private sealed record Part(string Name, string Purl, bool IsShipped, string Sha512, string? Licence);
}
