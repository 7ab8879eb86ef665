using FsCheck;
using FsCheck.Fluent;
using Neurones.Player.Jupyter;
using Neurones.Protocol;

namespace Neurones.Player.Tests.Jupyter;

public class V1FramingTests
{
    // Made with jupyter_server's serialize_msg_to_ws_v1.
    private static readonly byte[] Golden = Convert.FromHexString(
        "060000000000000038000000000000003d000000000000004b000000000000004d000000000000004f000000000000005100000000000000"
        + "7368656c6c7b226d73675f6964223a2261227d7b7d7b7d7b7d");

    private static readonly JupyterMessage GoldenMessage = JsonFraming.Decode("""{"channel":"shell","header":{"msg_id":"a"},"parent_header":{},"metadata":{},"content":{}}"""u8);

    [Fact]
    public void Encodes_the_golden_message() => Assert.Equal(Golden, V1Framing.Encode(GoldenMessage));

    [Fact]
    public void Decodes_the_golden_frame()
    {
        var message = V1Framing.Decode(Golden);
        Assert.Equal("shell", message.Channel);
        Assert.Equal("a", message.MessageId);
        Assert.Equal("{}", message.ParentHeader.GetRawText());
        Assert.Equal("{}", message.Content.GetRawText());
    }

    [Fact]
    public void Skips_the_buffers_of_a_frame()
    {
        var frame = new List<byte>(Golden);
        frame.InsertRange(56, [0x54, 0, 0, 0, 0, 0, 0, 0]);
        frame[0] = 7;
        for (var i = 1; i <= 6; i++)
        {
            frame[8 * i] += 8;
        }

        frame[56] = 0x5c;
        frame.AddRange([1, 2, 3]);
        Assert.Equal("a", V1Framing.Decode(frame.ToArray()).MessageId);
    }

    [Theory]
    [InlineData("")]
    [InlineData("06000000000000")]
    [InlineData("0500000000000000")]
    [InlineData("ffffffffffffffff")]
    [InlineData("0000000000000080")]
    [InlineData("0600000000000000380000000000000010000000000000004b000000000000004d000000000000004f000000000000005100000000000000")]
    public void Refuses_offsets_that_leave_the_frame(string hex) => Assert.Throws<InvalidDataException>(() => V1Framing.Decode(Convert.FromHexString(hex)));

    [Fact]
    public void Any_bytes_are_a_message_or_refused() => Prop.ForAll<byte[]>(bytes => IsMessageOrRefused(() => V1Framing.Decode(bytes))).QuickCheckThrowOnFailure();

    [Fact]
    public void A_damaged_frame_is_a_message_or_refused()
    {
        var damage = ArbMap.Default.ArbFor<(int Position, byte Value)[]>();
        Prop.ForAll(damage, changes =>
        {
            var frame = (byte[])Golden.Clone();
            foreach (var (position, value) in changes)
            {
                frame[(position & int.MaxValue) % frame.Length] = value;
            }

            return IsMessageOrRefused(() => V1Framing.Decode(frame));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }

    internal static bool IsMessageOrRefused(Func<JupyterMessage> decode)
    {
        try
        {
            return decode().Header.ValueKind == System.Text.Json.JsonValueKind.Object;
        }
        catch (InvalidDataException)
        {
            return true;
        }
    }
}
