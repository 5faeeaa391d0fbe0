namespace Lifeguard.Gateway.Wire;

internal enum ReadStatus : byte
{
    /// <summary>All that was given has been taken, and the message is not whole yet.</summary>
    NeedMore,

    /// <summary>The heads are whole. A body, if there is one, begins with the next byte.</summary>
    Message,

    /// <summary>It is no message; <see cref="RequestReader.Fault"/> says why.</summary>
    Fault,
}
