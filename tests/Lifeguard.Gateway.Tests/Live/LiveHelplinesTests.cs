using Lifeguard.Gateway.Live;

namespace Lifeguard.Gateway.Tests.Live;

/// <summary>The school's own numbers are taken when their file is another one; one that is wrong is refused by its line.</summary>
public sealed class LiveHelplinesTests : IDisposable
{
    private static readonly string[] BuiltIn = ["999", "0800 1111", "Text SHOUT to 85258", "116 123"];

    private readonly string _folder = Directory.CreateTempSubdirectory("lifeguard-help-").FullName;
    private readonly LiveHelplines _helplines;

    public LiveHelplinesTests() => _helplines = new LiveHelplines(new GatewaySettings { Folder = _folder });

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Numbers_AreThoseOfTheFile_BesideThoseThatAreAlwaysThere()
    {
        Numbers().ShouldBe(BuiltIn);

        Write("""[{ "name": "Our counsellor", "number": "01234 567890", "when": "At lunch" }, { "name": "Childline", "number": "0800 1111" }]""");
        Numbers().ShouldBe([.. BuiltIn, "01234 567890"]);
        _helplines.Current[^1].When.ShouldBe("At lunch");

        File.WriteAllText(Path.Combine(_folder, "helplines.json"), """[{ "name": "Our counsellor", "number": "555" }]""", System.Text.Encoding.UTF8);
        Numbers().ShouldBe([.. BuiltIn, "555"]);

        File.Delete(Path.Combine(_folder, "helplines.json"));
        Numbers().ShouldBe(BuiltIn);
        _helplines.Faults.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("[\n{ no", "helplines.json, line 2: it cannot be read.")]
    [InlineData("", "helplines.json, line 1: it cannot be read.")]
    [InlineData("{}", "helplines.json, line 1: a list is expected: [{ \"name\": \"Our counsellor\", \"number\": \"01234 567890\" }].")]
    [InlineData("[\n\n{ \"name\": \"A\" }]", "helplines.json, line 3: a helpline needs a \"number\".")]
    [InlineData("[{ \"name\": \"A\",\n\"number\": 116123 }]", "helplines.json, line 2: \"number\" needs a text of at most 200 signs, in quotation marks.")]
    [InlineData("[{ \"name\": \"A\", \"number\": \"1\",\n\"wenn\": \"x\" }]", "helplines.json, line 2: \"wenn\" is not known; there are name, number and when.")]
    [InlineData("[{ \"name\": \"A\", \"number\": \"1\", \"web\": \"javascript:alert(1)\" }]", "helplines.json, line 1: \"web\" is not known; there are name, number and when.")]
    [InlineData("[\n\"A\", [1, {}]]", "helplines.json, line 2: each helpline stands in braces, with \"name\" and \"number\".")]
    [InlineData("[\n{ \"name\": \"\\ud800\", \"number\": \"1\" }]", "helplines.json, line 2: \"name\" needs a text of at most 200 signs, in quotation marks.")]
    [InlineData("[] []", "helplines.json, line 1: it cannot be read.")]
    public void FileWithAFault_IsRefusedByItsLine_AndTheLastGoodOneStays(string content, string fault)
    {
        Write("""[{ "name": "Our counsellor", "number": "01234 567890" }]""");
        Numbers().Count.ShouldBe(5);

        Write(content);
        Numbers().ShouldBe([.. BuiltIn, "01234 567890"]);
        _helplines.Faults[0].ShouldBe(fault);

        Write("""[{ "name": "Another one", "number": "555" }]""");
        Numbers().ShouldBe([.. BuiltIn, "555"]);
        _helplines.Faults.ShouldBeEmpty();
    }

    private List<string> Numbers()
    {
        _helplines.Look();
        return [.. _helplines.Current.Select(one => one.Number)];
    }

    private void Write(string text) => File.WriteAllText(Path.Combine(_folder, "helplines.json"), text);
}
