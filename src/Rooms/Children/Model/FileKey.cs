namespace Lifeguard.Children.Model;

/// <summary>
/// The key to which others seal a child's file for a school. Its public half is anybody's, so it belongs to no organisation's rows: another
/// school of the house finds it to send a file. The secret half lies sealed.
/// </summary>
internal sealed class FileKey
{
    public required Guid Id { get; init; }

    public required Guid School { get; init; }

    public required string Recipient { get; init; }

    public required byte[] Secret { get; init; }

    public required DateTimeOffset MadeAt { get; init; }

    public required string ByName { get; init; }
}
