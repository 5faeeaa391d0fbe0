namespace Lifeguard.DataProtection.Model;

/// <summary>Somebody of a desk has gone through all that they meet there. It goes when the request is answered.</summary>
internal sealed class RequestLook
{
    public required Guid Id { get; init; }

    public required Guid Org { get; init; }

    public required Guid RequestId { get; init; }

    public required Guid PartId { get; init; }

    public required Guid Identity { get; init; }

    public required DateTimeOffset At { get; init; }

    public static RequestLook Of(RequestPart part, Guid identity, DateTimeOffset at) =>
        new() { Id = Guid.CreateVersion7(at), Org = part.Org, RequestId = part.RequestId, PartId = part.Id, Identity = identity, At = at };
}
