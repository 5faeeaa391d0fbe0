using System.Net;

namespace Lifeguard.Filtering.Leases;

/// <summary>Who sits at an address, until when, as the site says it to the gateways.</summary>
/// <param name="IdentityId">Null where nobody is known to sit there any more.</param>
internal sealed record Lease(IPAddress Address, Guid? IdentityId, DateTimeOffset Until);
