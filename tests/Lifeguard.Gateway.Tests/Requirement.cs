namespace Lifeguard.Gateway.Tests;

/// <summary>Names a requirement row that this test performs as its person does. Three ids a test at most.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class RequirementAttribute(string id) : Attribute
{
    public string Id { get; } = id;
}
