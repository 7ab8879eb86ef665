using System.Security.Cryptography;
using System.Text;
using Microsoft.Net.Http.Headers;

namespace Neurones.Player.Server;

/// <summary>The secret that every request to the server's interfaces must carry: 256 bits as lowercase hexadecimal digits.</summary>
public sealed class AccessToken
{
    /// <summary>The token's length as text.</summary>
    public const int Length = 64;

    private const string Scheme = "token ";
    private readonly byte[] _hash;

    private AccessToken(string text)
    {
        Text = text;
        _hash = Hash(text);
    }

    public string Text { get; }

    /// <summary>A new token from the system's random generator.</summary>
    public static AccessToken New() => new(RandomNumberGenerator.GetHexString(Length, lowercase: true));

    /// <summary>The token that <paramref name="text"/> is; null when it is none that <see cref="New"/> could have made.</summary>
    public static AccessToken? Parse(string text) => text.Length == Length && text.All(char.IsAsciiHexDigitLower) ? new AccessToken(text) : null;

    /// <summary>Whether the request carries the token, as <c>Authorization: token T</c> or, where there is no such header, as <c>?token=T</c>.</summary>
    public bool Admits(HttpRequest request)
    {
        var authorization = request.Headers[HeaderNames.Authorization].ToString();
        var offered = authorization.Length == 0 ? request.Query["token"].ToString()
            : authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? authorization[Scheme.Length..]
            : "";
        // Hashes have one length, so the comparison takes one time.
        return CryptographicOperations.FixedTimeEquals(Hash(offered), _hash);
    }

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
