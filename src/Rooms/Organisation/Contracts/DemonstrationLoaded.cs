using Lifeguard.Kernel;

namespace Lifeguard.Organisation.Contracts;

/// <summary>The invented organisations and people of the demonstration were put into an empty database.</summary>
public sealed record DemonstrationLoaded(RecordRef About, int Organisations, int People, int Roles, int Relations, int Agencies) : IHappened;
