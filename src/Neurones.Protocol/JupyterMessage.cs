using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Neurones.Protocol;

/// <summary>One message of the Jupyter protocol 5.3: what the page, the server and the kernel say to each other.</summary>
/// <remarks>
/// Header, parent header, metadata and content stay JSON, so that a server forwards a field it does not know unchanged.
/// See https://jupyter-client.readthedocs.io/en/stable/messaging.html.
/// </remarks>
public sealed record JupyterMessage
{
    public const string ProtocolVersion = "5.3";

    /// <summary>An object without fields.</summary>
    public static readonly JsonElement Empty = JsonSerializer.SerializeToElement(new object());

    [JsonPropertyName("channel")]
    public required string Channel { get; init; }

    [JsonPropertyName("header")]
    public required JsonElement Header { get; init; }

    /// <summary>The header of the request that this message answers; an empty object, never null, where there is none.</summary>
    [JsonPropertyName("parent_header")]
    public JsonElement ParentHeader { get; init; } = Empty;

    [JsonPropertyName("metadata")]
    public JsonElement Metadata { get; init; } = Empty;

    [JsonPropertyName("content")]
    public JsonElement Content { get; init; } = Empty;

    [JsonIgnore]
    public string MessageType => HeaderText(Header, "msg_type");

    [JsonIgnore]
    public string MessageId => HeaderText(Header, "msg_id");

    [JsonIgnore]
    public string Session => HeaderText(Header, "session");

    [JsonIgnore]
    public string ParentMessageId => HeaderText(ParentHeader, "msg_id");

    [JsonIgnore]
    public string ParentSession => HeaderText(ParentHeader, "session");

    /// <summary>Makes a message with a fresh identifier and the current time.</summary>
    public static JupyterMessage Create(string channel, string messageType, string session, object? content = null, JupyterMessage? parent = null) => new()
    {
        Channel = channel,
        Header = JsonSerializer.SerializeToElement(new
        {
            msg_id = Guid.NewGuid().ToString("N"),
            msg_type = messageType,
            session,
            username = "neurones",
            date = DateTime.UtcNow.ToString("O", CultureInfo.InvariantCulture),
            version = ProtocolVersion,
        }),
        ParentHeader = parent?.Header ?? Empty,
        Content = content is null ? Empty : JsonSerializer.SerializeToElement(content),
    };

    private static string HeaderText(JsonElement header, string name)
    {
        if (header.ValueKind != JsonValueKind.Object || !header.TryGetProperty(name, out var value) || value.ValueKind != JsonValueKind.String)
        {
            return "";
        }

        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return ""; // an escape that is half a surrogate pair
        }
    }
}
