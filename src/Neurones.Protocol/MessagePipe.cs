using System.Buffers.Binary;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace Neurones.Protocol;

/// <summary>Messages over a pair of streams, each as a 32-bit little-endian length and that many bytes of UTF-8 JSON.</summary>
public sealed class MessagePipe(Stream input, Stream output) : IDisposable
{
    /// <summary>The largest message in bytes; a longer one is an error on both sides.</summary>
    public const int MaxMessageBytes = 64 * 1024 * 1024;

    // Between two processes HTML and accents needn't be escaped, which would make figures and tables up to six times as long.
    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        RespectNullableAnnotations = true,
        // What others take for their whole message must fit here inside one.
        MaxDepth = 128,
    };

    private readonly SemaphoreSlim _writing = new(1, 1);

    /// <summary>Reads the next message, or null when the other side has closed.</summary>
    /// <exception cref="InvalidDataException">The frame is too long, ends early or isn't a message.</exception>
    public async Task<JupyterMessage?> ReadAsync(CancellationToken cancellation = default)
    {
        var length = new byte[4];
        var read = await input.ReadAtLeastAsync(length, 4, throwOnEndOfStream: false, cancellation);
        if (read == 0)
        {
            return null;
        }

        if (read < 4)
        {
            throw new InvalidDataException($"The pipe ended after {read} of the 4 bytes of a message's length.");
        }

        var size = BinaryPrimitives.ReadUInt32LittleEndian(length);
        if (size > MaxMessageBytes)
        {
            throw new InvalidDataException($"A message of {size:N0} bytes is announced, but the limit is {MaxMessageBytes:N0}.");
        }

        var body = new byte[size];
        read = await input.ReadAtLeastAsync(body, body.Length, throwOnEndOfStream: false, cancellation);
        if (read < size)
        {
            throw new InvalidDataException($"The pipe ended after {read:N0} of the {size:N0} bytes of a message.");
        }

        if (!Utf8.IsValid(body))
        {
            throw new InvalidDataException("A message isn't UTF-8.");
        }

        try
        {
            return JsonSerializer.Deserialize<JupyterMessage>(body, Json) ?? throw new InvalidDataException("A message is JSON null.");
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"A message isn't valid: {e.Message}", e);
        }
    }

    /// <summary>Writes one message whole; concurrent writers take turns.</summary>
    /// <exception cref="InvalidDataException">The message is longer than <see cref="MaxMessageBytes"/> or nested too deeply; nothing was written.</exception>
    public async Task WriteAsync(JupyterMessage message, CancellationToken cancellation = default)
    {
        var body = Serialize(message);
        if (body.Length > MaxMessageBytes)
        {
            throw new InvalidDataException($"A {message.MessageType} message has {body.Length:N0} bytes, but the limit is {MaxMessageBytes:N0}.");
        }

        var frame = new byte[4 + body.Length];
        BinaryPrimitives.WriteUInt32LittleEndian(frame, (uint)body.Length);
        body.CopyTo(frame, 4);
        await _writing.WaitAsync(cancellation);
        try
        {
            await output.WriteAsync(frame, cancellation);
            await output.FlushAsync(cancellation);
        }
        finally
        {
            _writing.Release();
        }
    }

    private static byte[] Serialize(JupyterMessage message)
    {
        try
        {
            return JsonSerializer.SerializeToUtf8Bytes(message, Json);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new InvalidDataException($"A {message.MessageType} message can't be written: {e.Message}", e);
        }
    }

    public void Dispose()
    {
        input.Dispose();
        output.Dispose();
        _writing.Dispose();
    }
}
