using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Neurones.Player.Jupyter;
using Neurones.Protocol;

namespace Neurones.Player.Tests.Jupyter;

public class JsonFramingTests
{
    [Fact]
    public void Writes_what_the_default_framing_asks_for()
    {
        var message = JupyterMessage.Create(Channels.IoPub, "status", "s", new { execution_state = "idle", word = "naïve" });
        var json = JsonSerializer.Deserialize<JsonElement>(JsonFraming.Encode(message));
        Assert.Equal("iopub", json.GetProperty("channel").GetString());
        Assert.Equal(message.MessageId, json.GetProperty("msg_id").GetString());
        Assert.Equal("status", json.GetProperty("msg_type").GetString());
        Assert.Equal("{}", json.GetProperty("parent_header").GetRawText());
        Assert.Equal("naïve", json.GetProperty("content").GetProperty("word").GetString());
        Assert.Equal("[]", json.GetProperty("buffers").GetRawText());
    }

    [Fact]
    public void Reads_a_message_whose_optional_parts_are_null_or_missing()
    {
        var message = JsonFraming.Decode("""{"header":{"msg_id":"a"},"parent_header":null}"""u8);
        Assert.Equal(Channels.Shell, message.Channel);
        Assert.Equal("{}", message.ParentHeader.GetRawText());
        Assert.Equal("{}", message.Content.GetRawText());
    }

    [Fact]
    public void Reads_the_JSON_of_a_binary_frame_with_buffers()
    {
        var json = """{"channel":"shell","header":{"msg_id":"a"}}"""u8.ToArray();
        byte[] frame = [0, 0, 0, 2, 0, 0, 0, 12, 0, 0, 0, (byte)(12 + json.Length), .. json, 1, 2, 3];
        Assert.Equal("a", JsonFraming.DecodeBinary(frame).MessageId);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{} {}")]
    [InlineData("""{"header":5}""")]
    [InlineData("""{"header":{},"content":"text"}""")]
    [InlineData("nonsense")]
    public void Refuses_what_is_no_message(string json) => Assert.Throws<InvalidDataException>(() => JsonFraming.Decode(Encoding.UTF8.GetBytes(json)));

    [Fact]
    public void Refuses_bytes_that_are_not_UTF8() => Assert.Throws<InvalidDataException>(() => JsonFraming.Decode([.. "{\"a\":\""u8, 0xff, .. "\"}"u8]));

    [Fact]
    public void Any_bytes_are_a_message_or_refused() => Prop.ForAll<byte[]>(bytes =>
        V1FramingTests.IsMessageOrRefused(() => JsonFraming.Decode(bytes)) && V1FramingTests.IsMessageOrRefused(() => JsonFraming.DecodeBinary(bytes))).QuickCheckThrowOnFailure();
}
