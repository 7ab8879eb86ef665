using System.Buffers.Binary;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Neurones.Player.Jupyter;
using Neurones.Protocol;

namespace Neurones.Player.Tests.Security;

/// <summary>Both framings' decoders take any bytes: a message comes out, or an <see cref="InvalidDataException"/>, and nothing else.</summary>
public class FrameFuzzTests
{
    private static readonly Config Many = Config.QuickThrowOnFailure.WithMaxTest(3000);

    private static readonly byte[] V1 = V1Framing.Encode(JupyterMessage.Create(Channels.Shell, "execute_request", "é𝒳", new { code = "\"\\ é 𝒳" }));
    private static readonly byte[] Text = JsonFraming.Encode(JupyterMessage.Create(Channels.Shell, "execute_request", "é𝒳", new { code = "\"\\ é 𝒳" }));
    private static readonly byte[] Binary = [.. Offsets(2, 12, (uint)(12 + Text.Length)), .. Text, 1, 2, 3];

    private delegate JupyterMessage Decoder(byte[] frame);

    private static (byte[] Valid, Decoder Decode)[] Framings =>
    [
        (V1, frame => V1Framing.Decode(frame)),
        (Text, frame => JsonFraming.Decode(frame)),
        (Binary, frame => JsonFraming.DecodeBinary(frame)),
    ];

    /// <summary>What JSON allows and a message doesn't, or what only looks like text.</summary>
    private static Gen<string> Json => Gen.Elements(
        "null", "true", "0", "-1e999", "[]", "[[[]]]", "\"\"", "\"x\"", "{}", "\"\\ud800\"", "\"\\u0000\"", "{\"msg_id\":1}", "{\"msg_id\":null,\"msg_type\":[]}", "{\"msg_type\":\"\\udfff\"}",
        "{\"a\":1,\"a\":2}", "{\"\\ud800\":1}", "{\"msg_id\":\"a\",\"msg_id\":{}}", "{\"__proto__\":{}}", "{", "", "\u0000", new string('[', 2000), "{\"a\":" + new string('{', 500),
        "{\"session\":\"" + new string('s', 70_000) + "\"}");

    [Fact]
    public void The_whole_frames_are_valid() => Assert.All(Framings, framing => Assert.Equal("execute_request", framing.Decode(framing.Valid).MessageType));

    [Fact]
    public void Random_bytes() => Prop.ForAll<byte[]>(bytes => Framings.All(framing => IsTakenOrRefused(framing.Decode, bytes))).Check(Many);

    [Fact]
    public void A_frame_cut_anywhere()
    {
        foreach (var (valid, decode) in Framings)
        {
            Assert.All(Enumerable.Range(0, valid.Length), length => Assert.True(IsTakenOrRefused(decode, valid[..length])));
        }
    }

    [Fact]
    public void A_frame_with_any_bits_flipped() => Prop.ForAll<(int Position, int Bit)[]>(flips => Framings.All(framing =>
    {
        var frame = (byte[])framing.Valid.Clone();
        foreach (var (position, bit) in flips)
        {
            frame[(position & int.MaxValue) % frame.Length] ^= (byte)(1 << (bit & 7));
        }

        return IsTakenOrRefused(framing.Decode, frame);
    })).Check(Many);

    [Fact]
    public void Any_number_of_offsets_that_lie_anywhere()
    {
        var number = Gen.OneOf(Gen.Choose(0, 8).Select(n => (ulong)n), Gen.Elements(1024UL, 1025UL, 1UL << 31, 1UL << 32, (1UL << 61) - 1, 1UL << 61, 1UL << 63, ulong.MaxValue));
        var offset = Gen.OneOf(Gen.Choose(0, V1.Length + 2).Select(n => (ulong)n), Gen.Elements(uint.MaxValue, 1UL << 31, (ulong)long.MaxValue, ulong.MaxValue - 7));
        Prop.ForAll(number.Zip(offset.ArrayOf(8)).ToArbitrary(), lie =>
        {
            var (v1, binary) = ((byte[])V1.Clone(), (byte[])Binary.Clone());
            BinaryPrimitives.WriteUInt64LittleEndian(v1, lie.Item1);
            BinaryPrimitives.WriteUInt32BigEndian(binary, (uint)lie.Item1);
            for (var i = 0; i < lie.Item2.Length; i++)
            {
                BinaryPrimitives.WriteUInt64LittleEndian(v1.AsSpan(8 * (i + 1)), lie.Item2[i]);
                BinaryPrimitives.WriteUInt32BigEndian(binary.AsSpan(4 * (i + 1)), (uint)lie.Item2[i]);
            }

            return IsTakenOrRefused(frame => V1Framing.Decode(frame), v1) && IsTakenOrRefused(frame => JsonFraming.DecodeBinary(frame), binary);
        }).Check(Many);
    }

    [Fact]
    public void Parts_of_the_wrong_kind_in_either_framing() => Prop.ForAll(Json.ArrayOf(5).ToArbitrary(), parts =>
    {
        var bytes = parts.Select(Encoding.UTF8.GetBytes).ToArray();
        var end = 8UL * 7;
        List<byte> offsets = [.. BitConverter.GetBytes(6UL), .. BitConverter.GetBytes(end)];
        foreach (var part in bytes)
        {
            offsets.AddRange(BitConverter.GetBytes(end += (ulong)part.Length));
        }

        var text = $$"""{"channel":{{parts[0]}},"header":{{parts[1]}},"parent_header":{{parts[2]}},"metadata":{{parts[3]}},"content":{{parts[4]}}}""";
        return IsTakenOrRefused(frame => V1Framing.Decode(frame), [.. offsets, .. bytes.SelectMany(part => part)])
            && IsTakenOrRefused(frame => JsonFraming.Decode(frame), Encoding.UTF8.GetBytes(text));
    }).Check(Many);

    [Fact]
    public void What_was_taken_can_be_passed_on() => Prop.ForAll(Json.Two().ToArbitrary(), parts =>
    {
        var frame = Encoding.UTF8.GetBytes($$$"""{"channel":"shell","header":{"msg_id":{{{parts.Item1}}}},"content":{"a":{{{parts.Item2}}}}}""");
        try
        {
            var message = JsonFraming.Decode(frame);
            return JsonFraming.Decode(JsonFraming.Encode(message)).MessageId == V1Framing.Decode(V1Framing.Encode(message)).MessageId;
        }
        catch (InvalidDataException)
        {
            return true;
        }
    }).Check(Many);

    private static bool IsTakenOrRefused(Decoder decode, byte[] frame)
    {
        try
        {
            var message = decode(frame);
            // What the server reads of a message must not fail later.
            return (message.MessageId + message.MessageType + message.Session + message.ParentMessageId + message.Channel).Length >= 0;
        }
        catch (InvalidDataException)
        {
            return true;
        }
    }

    private static byte[] Offsets(params uint[] numbers) => [.. numbers.SelectMany(number => BitConverter.GetBytes(BinaryPrimitives.ReverseEndianness(number)))];
}
