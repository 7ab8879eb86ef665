namespace Neurones.Kernel.Tests;

/// <summary>What cells print and display.</summary>
public sealed class OutputTests(SharedKernel shared) : IClassFixture<SharedKernel>
{
    [Fact]
    public async Task PrintsAndDisplaysComeInTheirOrder()
    {
        var run = await shared.RunAsync("""Console.Write("a"); Console.Error.Write("b"); Console.Write("c"); display(1); Console.Write("d"); display(2); 3""");
        Assert.Equal(["status", "execute_input", "stream", "stream", "stream", "display_data", "stream", "display_data", "execute_result", "execute_reply", "status"], run.Types);
        Assert.Equal("abcd", run.Printed);
    }

    [Fact]
    public async Task WhatIsPrintedArrivesWhileTheCellRuns()
    {
        await using var kernel = KernelClient.Start();
        await kernel.SendCodeAsync("Console.WriteLine(\"first\"); await Task.Delay(-1);");
        Protocol.JupyterMessage? message;
        do
            message = await kernel.ReadAsync();
        while (message!.MessageType != "stream");
        Assert.Equal("first\n", message.Content.GetProperty("text").GetString());
    }

    [Theory]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(300)]
    public async Task JsonOfAnyDepthLeavesTheKernelAlive(int depth)
    {
        await shared.RunAsync($"display(new string('[', {depth}) + new string(']', {depth}), \"application/json\");");
        Assert.Equal("2", (await shared.RunAsync("1 + 1")).Contents("execute_result").Single().GetProperty("data").GetProperty("text/plain").GetString());
    }

    [Fact]
    public async Task CarriageReturnsArePassedOn() =>
        Assert.Equal("10 %\r20 %\r", (await shared.RunAsync("""Console.Write("10 %\r"); Console.Write("20 %\r");""")).Printed);

    [Fact]
    public async Task ADisplayIsUpdatedInPlaceAlsoFromALaterCell()
    {
        var shown = await shared.RunAsync("var handle = display(\"one\"); handle.Update(2.5);");
        var id = shown.Contents("display_data").Single().GetProperty("transient").GetProperty("display_id").GetString();
        var update = shown.Contents("update_display_data").Single();
        Assert.Equal(id, update.GetProperty("transient").GetProperty("display_id").GetString());
        Assert.Equal("2.5", update.GetProperty("data").GetProperty("text/plain").GetString());

        var later = await shared.RunAsync("handle.Update(\"three\");");
        Assert.Equal(id, later.Contents("update_display_data").Single().GetProperty("transient").GetProperty("display_id").GetString());
        Assert.Empty(later.Contents("display_data"));
    }

    [Fact]
    public async Task AHandleAtTheEndOfACellIsNotShown() =>
        Assert.Equal(["status", "execute_input", "display_data", "execute_reply", "status"], (await shared.RunAsync("display(1)")).Types);

    [Fact]
    public async Task HtmlAndOtherTypesAreShownAsTheyAre()
    {
        Assert.Equal("<b>x</b>", (await shared.RunAsync("HTML(\"<b>x</b>\")")).Html);

        var svg = await shared.RunAsync("""display("<svg/>", "image/svg+xml"); "<i>y</i>".DisplayAs("text/html"); 7.Display();""");
        var data = svg.Contents("display_data").Select(content => content.GetProperty("data")).ToList();
        Assert.Equal("""{"image/svg+xml":"<svg/>"}""", data[0].ToString());
        Assert.Equal("""{"text/html":"<i>y</i>"}""", data[1].ToString());
        Assert.Equal("7", data[2].GetProperty("text/plain").GetString());
    }

    [Fact]
    public async Task ACellThatPrintsForEverIsCutAndMemoryIsBounded()
    {
        await using var kernel = KernelClient.Start();
        var run = await kernel.RunAsync("for (int i = 0; i < 64; i++) Console.Write(new string('x', 1 << 20)); GC.Collect(); GC.GetTotalMemory(true)");
        Assert.InRange(run.Printed.Length, 10_000_000, 10_001_000);
        Assert.Contains("more than 10 million characters", run.Printed, StringComparison.Ordinal);
        Assert.InRange(long.Parse(run.Text, System.Globalization.CultureInfo.InvariantCulture), 0, 200_000_000);
        Assert.Equal("next\n", (await kernel.RunAsync("Console.WriteLine(\"next\");")).Printed);
    }

    [Theory]
    [InlineData("while (true) display(1);", "1000 outputs")]
    [InlineData("display(new string('x', 40_000_000));", "30 million")]
    public async Task DisplaysAreBounded(string code, string message) =>
        Assert.Contains(message, (await shared.RunAsync(code)).ErrorText, StringComparison.Ordinal);

    [Fact]
    public async Task AFloodOfUpdatesIsSentAFewTimesASecondAndEndsWithTheLast()
    {
        var run = await shared.RunAsync("var a = display(0); var b = display(0); for (int i = 1; i <= 100_000; i++) { a.Update(i); b.Update(-i); }");
        var shown = run.Contents("update_display_data").Select(content => content.GetProperty("data").GetProperty("text/plain").GetString()!).ToLookup(text => text.StartsWith('-'));
        Assert.InRange(shown[false].Count(), 1, 10_000);
        Assert.Equal(("100000", "-100000"), (shown[false].Last(), shown[true].Last()));
        Assert.Equal(["execute_reply", "status"], run.Types.TakeLast(2));
    }

    [Fact]
    public async Task ReadingTheKeyboardIsAnError() =>
        Assert.Contains("can't read from the keyboard", (await shared.RunAsync("Console.ReadLine()")).ErrorText, StringComparison.Ordinal);

    [Fact]
    public async Task ChartsShowLiveOutputThroughThisKernel()
    {
        await shared.RunAsync("#r \"nuget: Neurones.Charts\"");
        var run = await shared.RunAsync("""var live = Neurones.Charts.Hosting.NotebookHost.Current.Display("text/html", "<p>0"); live.Update("<p>1");""");
        Assert.Equal("<p>0", run.Contents("display_data").Single().GetProperty("data").GetProperty("text/html").GetString());
        Assert.Equal("<p>1", run.Contents("update_display_data").Single().GetProperty("data").GetProperty("text/html").GetString());
    }
}
