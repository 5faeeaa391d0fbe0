namespace Lifeguard.Verifier;

internal static class WitnessFile
{
    public static async Task<string[]> LinesAsync(string path, CancellationToken stop)
    {
        try
        {
            return await File.ReadAllLinesAsync(path, stop);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            throw new CannotCheckException("The witness file cannot be read.", $"Check the path after --witness and your rights to it ({e.Message})", e);
        }
    }
}
