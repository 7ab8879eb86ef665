using System.Text.Json;
using System.Text.Json.Nodes;
using Neurones.Player.Jupyter;
using Neurones.Protocol;

namespace Neurones.Player.Tests.Clients;

/// <summary>Our framings against the clients' own serialisers, both ways.</summary>
public class FramingTests
{
    private static readonly string[] Messages =
    [
        Message("shell", """{"code":"1 + 1","silent":false}"""),
        Message("control", "{}"),
        Message("iopub", """{"name":"stdout","text":"naïve ∂ 🧠 \u0000 \u2028 \"quoted\" \\ \n"}"""),
        Message("shell", """{"numbers":[0,-1,1.5,1e300,9007199254740991],"nothing":null,"deep":[[[[{"a":{}}]]]]}"""),
        Message("iopub", $$"""{"text":"{{string.Concat(Enumerable.Repeat("é🧠-", 300_000))}}"}"""),
    ];

    // No buffers, an empty one, and several.
    private static readonly byte[][][] Buffers = [[], [[]], [[1, 2, 3], [], [255, 0, 255, 0]]];

    [NeedsNodeTheory, JupyterClients]
    public async Task What_the_client_writes_into_v1_frames_we_read(string client) =>
        Assert.All(await EncodedAsync(client, V1Framing.Subprotocol), pair => AssertSame(pair.Message, V1Framing.Decode(pair.Frame.GetProperty("base64").GetBytesFromBase64())));

    [NeedsNodeTheory, JupyterClients]
    public async Task What_the_client_writes_into_default_frames_we_read(string client)
    {
        var pairs = await EncodedAsync(client, "");
        Assert.All(pairs, pair => AssertSame(pair.Message, pair.Frame.TryGetProperty("text", out var text)
            ? JsonFraming.Decode(System.Text.Encoding.UTF8.GetBytes(text.GetString()!))
            : JsonFraming.DecodeBinary(pair.Frame.GetProperty("base64").GetBytesFromBase64())));
        Assert.Contains(pairs, pair => pair.Frame.TryGetProperty("text", out _));
        Assert.Contains(pairs, pair => pair.Frame.TryGetProperty("base64", out _));
    }

    [NeedsNodeTheory, JupyterClients]
    public Task What_we_write_into_v1_frames_the_client_reads(string client) => AssertReadAsync(client, V1Framing.Subprotocol, V1Framing.Encode);

    [NeedsNodeTheory, JupyterClients]
    public Task What_we_write_into_default_frames_the_client_reads(string client) => AssertReadAsync(client, "", JsonFraming.Encode);

    private static string Message(string channel, string content) =>
        $$$"""{"channel":"{{{channel}}}","header":{"msg_id":"ü","msg_type":"a_request","session":"s","username":"","version":"5.3"},"parent_header":{},"metadata":{"cell":"naïve"},"content":{{{content}}}}""";

    private static async Task<List<(string Message, JsonElement Frame)>> EncodedAsync(string client, string protocol)
    {
        var messages = (from message in Messages from buffers in Buffers select (message, buffers)).ToList();
        var withBuffers = messages.Select(one =>
        {
            var json = JsonNode.Parse(one.message)!;
            json["buffers"] = JsonSerializer.SerializeToNode(one.buffers);
            return json;
        });
        var answer = await AskAsync(client, new { protocol, messages = withBuffers, frames = Array.Empty<string>() });
        return [.. messages.Select(one => one.message).Zip(answer.GetProperty("encoded").EnumerateArray())];
    }

    private static async Task AssertReadAsync(string client, string protocol, Func<JupyterMessage, byte[]> encode)
    {
        var frames = Messages.Select(message => encode(JsonFraming.Decode(System.Text.Encoding.UTF8.GetBytes(message))));
        var answer = await AskAsync(client, new { protocol, messages = Array.Empty<string>(), frames });
        Assert.All(Messages.Zip(answer.GetProperty("decoded").EnumerateArray()), pair =>
        {
            var expected = JsonNode.Parse(pair.First)!;
            expected["buffers"] = new JsonArray();
            Assert.True(JsonNode.DeepEquals(expected, JsonNode.Parse(pair.Second.GetRawText())), $"{pair.First.Length} characters: {pair.Second.GetRawText(),-200}"[..200]);
        });
    }

    private static async Task<JsonElement> AskAsync(string client, object question) =>
        JsonSerializer.Deserialize<JsonElement>(await NodeScript.RunAsync("frames.mjs", [client], input: JsonSerializer.Serialize(question)));

    private static void AssertSame(string expected, JupyterMessage message)
    {
        var json = JsonSerializer.Deserialize<JsonElement>(expected);
        Assert.Equal(json.GetProperty("channel").GetString(), message.Channel);
        AssertPart("header", message.Header);
        AssertPart("parent_header", message.ParentHeader);
        AssertPart("metadata", message.Metadata);
        AssertPart("content", message.Content);

        void AssertPart(string name, JsonElement part) => Assert.True(JsonElement.DeepEquals(json.GetProperty(name), part), name);
    }
}
