using Lifeguard.Organisation.Model;

namespace Lifeguard.Tests.Organisation.Model;

public sealed class FoldingTests
{
    [Theory]
    [InlineData("Łukasz Wróbel", "lukasz wrobel")]
    [InlineData("Siân  O’Dwyer-Rhys", "sian odwyer rhys")]
    [InlineData("D'Arcy", "darcy")]
    [InlineData("Strauß, Søren", "strauss soren")]
    [InlineData("Yıldız", "yildiz")]
    [InlineData("  ", "")]
    public void Fold_Names_LosesCaseAccentsAndSigns(string name, string folded) => Folding.Fold(name).ShouldBe(folded);
}
