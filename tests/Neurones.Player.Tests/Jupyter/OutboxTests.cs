using Neurones.Player.Jupyter;
using Neurones.Protocol;

namespace Neurones.Player.Tests.Jupyter;

public class OutboxTests
{
    private static readonly string Megabyte = new('x', 1024 * 1024);

    [Fact]
    public async Task A_message_stays_until_it_is_removed()
    {
        var box = new Outbox();
        Assert.True(box.TryAdd(Message("first")));
        Assert.True(box.TryAdd(Message("second")));
        Assert.Equal("first", (await box.PeekAsync(default)).Session);
        Assert.Equal("first", (await box.PeekAsync(default)).Session);
        box.Remove(await box.PeekAsync(default));
        Assert.Equal("second", (await box.PeekAsync(default)).Session);
    }

    [Fact]
    public async Task A_full_box_refuses_or_drops_the_oldest()
    {
        var box = new Outbox();
        var added = 0;
        while (box.TryAdd(Message($"{added}", Megabyte)))
        {
            Assert.True(++added < 1000, "The box has no limit.");
        }

        box.AddDroppingOldest(Message("last", Megabyte));
        Assert.Equal("1", (await box.PeekAsync(default)).Session);
        Assert.False(await box.AddAsync(Message("more", Megabyte), TimeSpan.FromMilliseconds(20)));
    }

    [Fact]
    public async Task A_writer_waits_for_room()
    {
        var box = new Outbox();
        while (box.TryAdd(Message("", Megabyte)))
        {
        }

        var waiting = box.AddAsync(Message("", Megabyte), TimeSpan.FromMinutes(1));
        Assert.False(waiting.IsCompleted);
        box.Remove(await box.PeekAsync(default));
        Assert.True(await waiting);
    }

    private static JupyterMessage Message(string session, string text = "") => JupyterMessage.Create(Channels.IoPub, "stream", session, new { text });
}
