using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Lifeguard.Access.Sessions;

internal static class SessionTokens
{
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    public static byte[] Hash(string token) => SHA256.HashData(Encoding.ASCII.GetBytes(token));
}
