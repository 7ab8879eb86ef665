using System.Buffers.Binary;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Neurones.Protocol;

namespace Neurones.Kernel.Tests;

/// <summary>The frames between parent and kernel: any bytes give a message, the end or an error that says so.</summary>
public sealed class MessagePipeTests
{
    [Fact]
    public void AMessageArrivesAsItWasSent() => Prop.ForAll<string, string>((code, session) =>
    {
        var sent = JupyterMessage.Create(Channels.Shell, "execute_request", session ?? "", new { code });
        var received = Read(Written(sent));
        // Half a surrogate pair is no text; JSON writers put U+FFFD in its place.
        return received!.MessageId == sent.MessageId
            && received.Session == Valid(session ?? "")
            && received.Content.GetProperty("code").GetString() == (code is null ? null : Valid(code));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void AnyBytesAreReadOrRefused() =>
        Prop.ForAll<byte[]>(bytes => { ReadOrRefuse(bytes); }).QuickCheckThrowOnFailure();

    [Fact]
    public void AnyBytesInAFrameAreReadOrRefused() => Prop.ForAll<byte[]>(bytes => { ReadOrRefuse(Frame(bytes)); }).QuickCheckThrowOnFailure();

    [Fact]
    public void AMessageWithAByteChangedIsReadOrRefused()
    {
        var whole = Written(JupyterMessage.Create(Channels.Shell, "execute_request", "s", new { code = "é \\ \" 𝒳" }));
        Prop.ForAll(Gen.Choose(0, whole.Length - 1).Zip(Gen.Choose(0, 255)).ToArbitrary(), change =>
        {
            var bytes = whole.ToArray();
            bytes[change.Item1] = (byte)change.Item2;
            ReadOrRefuse(bytes);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void AFrameCutAnywhereIsRefused()
    {
        var whole = Written(JupyterMessage.Create(Channels.Shell, "execute_request", "s"));
        Assert.Null(Read([]));
        for (var length = 1; length < whole.Length; length++)
            Assert.Throws<InvalidDataException>(() => Read(whole[..length]));
    }

    [Theory]
    [InlineData("""{"channel":null,"header":{}}""")]
    [InlineData("""{"header":{}}""")]
    [InlineData("""{"channel":"shell","header":{"msg_type":"\ud800"}}""")]
    [InlineData("""{"channel":"shell","header":[1],"parent_header":null,"content":7}""")]
    public void AMessageOfOddPartsIsReadOrRefused(string json) => ReadOrRefuse(Frame(Encoding.UTF8.GetBytes(json)));

    [Fact]
    public void AMessageThatIsTooLongIsNotSent()
    {
        using var output = new MemoryStream();
        using var pipe = new MessagePipe(Stream.Null, output);
        var tooLong = JupyterMessage.Create(Channels.IoPub, "stream", "s", new { text = new string('x', MessagePipe.MaxMessageBytes) });
        Assert.Contains("stream", Assert.Throws<InvalidDataException>(() => pipe.WriteAsync(tooLong).GetAwaiter().GetResult()).Message, StringComparison.Ordinal);
        Assert.Equal(0, output.Length);
    }

    [Fact]
    public async Task ConcurrentWritersDontMixTheirFrames()
    {
        using var output = new MemoryStream();
        using var pipe = new MessagePipe(Stream.Null, output);
        var messages = Enumerable.Range(0, 50).Select(i => JupyterMessage.Create(Channels.IoPub, "stream", $"{i}", new { text = new string('x', 1000 * i) }));
        await Task.WhenAll(messages.Select(message => Task.Run(() => pipe.WriteAsync(message))));

        output.Position = 0;
        using var reader = new MessagePipe(output, Stream.Null);
        var sessions = new HashSet<string>();
        while (await reader.ReadAsync() is { } message)
            Assert.True(sessions.Add(message.Session));
        Assert.Equal(50, sessions.Count);
    }

    private static byte[] Written(JupyterMessage message)
    {
        using var output = new MemoryStream();
        using var pipe = new MessagePipe(Stream.Null, output);
        pipe.WriteAsync(message).GetAwaiter().GetResult();
        return output.ToArray();
    }

    private static JupyterMessage? Read(byte[] bytes)
    {
        using var pipe = new MessagePipe(new MemoryStream(bytes), Stream.Null);
        return pipe.ReadAsync().GetAwaiter().GetResult();
    }

    private static void ReadOrRefuse(byte[] bytes)
    {
        try
        {
            // What is read can be asked for all that a receiver asks for.
            if (Read(bytes) is { } message)
                _ = string.Concat([message.Channel, message.MessageType, message.MessageId, message.Session, message.ParentMessageId, message.ParentSession]);
        }
        catch (InvalidDataException)
        {
        }
    }

    private static byte[] Frame(byte[] body)
    {
        var frame = new byte[4 + body.Length];
        BinaryPrimitives.WriteInt32LittleEndian(frame, body.Length);
        body.CopyTo(frame, 4);
        return frame;
    }

    private static string Valid(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}
