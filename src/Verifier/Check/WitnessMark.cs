namespace Lifeguard.Verifier.Check;

internal sealed record WitnessMark(long Position, byte[] Chain, DateTimeOffset At, int Line);
