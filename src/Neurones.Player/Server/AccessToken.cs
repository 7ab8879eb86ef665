using System.Security.Cryptography;
using System.Text;
using Microsoft.Net.Http.Headers;

namespace Neurones.Player.Server;

/// <summary>The secret that every request to the server's interfaces must carry: 256 random bits, new at each start.</summary>
public sealed class AccessToken
{
    private const string Scheme = "token ";
    private readonly byte[] _hash;

    public AccessToken()
    {
        Text = RandomNumberGenerator.GetHexString(64, lowercase: true);
        _hash = Hash(Text);
    }

    public string Text { get; }

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
