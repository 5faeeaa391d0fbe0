namespace Lifeguard.Verifier.Check;

internal enum FaultKind
{
    RowMissing,
    FieldMissing,
    CommitmentDiffers,
    SealDiffersFromRow,
    PayloadDiffers,
    PayloadHalfErased,
    PositionMissing,
    PositionRepeated,
    ChainDiffers,
    SealedTwice,
    WitnessBeyondEnd,
    WitnessDiffers,
    WitnessMalformed,
    TailTooOld,
    TableSuspect,
    EntryDiffers,
}
