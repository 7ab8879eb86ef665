namespace Neurones.Player.Tests.Browser;

/// <summary>The rules by which Jupyter's messages become outputs, on the page's own code in a browser without a kernel.</summary>
public sealed class OutputAreaTests(OutputAreaPage page) : IClassFixture<OutputAreaPage>
{
    private const string Helpers =
        """
        const { OutputArea, Displays } = Tested;
        const displays = new Displays();
        const cell = () => { const area = new OutputArea(displays, () => {}); document.body.append(area.element); return area; };
        const send = (area, msg_type, content) => area.receive({ header: { msg_type }, content });
        const show = (area, text, display_id, msg_type = "display_data") => send(area, msg_type, { data: { "text/plain": text }, metadata: {}, transient: { display_id }, execution_count: 7 });
        const update = (text, display_id) => displays.receive({ header: { msg_type: "update_display_data" }, content: { data: { "text/plain": text }, metadata: { by: "update" }, transient: { display_id } } });
        const print = (area, text, name = "stdout") => send(area, "stream", { name, text });
        const seen = async area => { await new Promise(requestAnimationFrame); return [...area.element.querySelectorAll(".output")].map(output => output.textContent.replace("Show all", "")).join("|"); };
        """;

    [NeedsChromiumTheory]
    [InlineData("An update reaches every display of its id in every cell",
        "const a = cell(), b = cell(); show(a, 'one', 'x'); show(a, 'two', 'y'); show(b, 'one', 'x', 'execute_result'); update('new', 'x'); return [await seen(a), await seen(b)].join(' ; ');", "new|two ; new")]
    [InlineData("A value shown again under its id is the new value wherever it stands",
        "const a = cell(), b = cell(); show(a, 'old', 'x'); show(b, 'new', 'x'); return [await seen(a), await seen(b)].join(' ; ');", "new ; new")]
    [InlineData("An update of an unknown id, or without one, is ignored",
        "const a = cell(); show(a, 'one', 'x'); show(a, 'two'); update('new', 'other'); update('new', undefined); displays.receive({ header: {}, content: { data: {} } }); return await seen(a);", "one|two")]
    [InlineData("A cell that runs again drops its ids at once, and no other's",
        "const a = cell(), b = cell(); show(a, 'old', 'x'); show(b, 'old', 'x'); a.expectNew(); update('new', 'x'); return [await seen(a), await seen(b)].join(' ; ');", "old ; new")]
    [InlineData("A cell that runs again keeps its outputs until the next comes",
        "const a = cell(); show(a, 'old'); a.expectNew(); const before = await seen(a); print(a, 'new'); return [before, await seen(a)].join(' ; ');", "old ; new")]
    [InlineData("A cell that runs again and shows nothing is empty in the end",
        "const a = cell(); show(a, 'old'); a.expectNew(); a.finish(); return await seen(a);", "")]
    [InlineData("Clearing takes effect at once, ids included",
        "const a = cell(); show(a, 'old', 'x'); send(a, 'clear_output', { wait: false }); const cleared = await seen(a); show(a, 'next'); update('new', 'x'); return [cleared, await seen(a)].join(' ; ');", " ; next")]
    [InlineData("Clearing that waits takes effect with the next output",
        "const a = cell(); show(a, 'old', 'x'); send(a, 'clear_output', { wait: true }); const waiting = await seen(a); show(a, 'next'); update('new', 'x'); return [waiting, await seen(a)].join(' ; ');", "old ; next")]
    [InlineData("Clearing that waits for nothing leaves what is there",
        "const a = cell(); a.expectNew(); show(a, 'stays'); send(a, 'clear_output', { wait: true }); a.finish(); return await seen(a);", "stays")]
    [InlineData("Clearing that waits doesn't wait into the next run",
        "const a = cell(); show(a, 'old'); send(a, 'clear_output', { wait: true }); a.expectNew(); print(a, 'one'); show(a, 'two'); return await seen(a);", "one|two")]
    [InlineData("A stream goes on after an update, and ends at an output or another stream",
        "const a = cell(); show(a, 'd', 'x'); print(a, '1'); update('D', 'x'); print(a, '2'); print(a, '3', 'stderr'); print(a, '4'); return await seen(a);", "D|12|3|4")]
    [InlineData("An error follows what was there before",
        "const a = cell(); print(a, 'so far'); send(a, 'error', { ename: 'E', evalue: 'why', traceback: [] }); return await seen(a);", "so far|E: why")]
    [InlineData("What is kept for a notebook has the updates, the count and joined streams",
        "const a = cell(); send(a, 'execute_input', { execution_count: 7 }); show(a, 'r', 'x', 'execute_result'); print(a, 'a\\n'); print(a, 'b'); update('R', 'x'); return a.executionCount + JSON.stringify(a.outputs);",
        """7[{"output_type":"execute_result","data":{"text/plain":"R"},"metadata":{"by":"update"},"execution_count":7},{"output_type":"stream","name":"stdout","text":"a\nb"}]""")]
    [InlineData("What was kept comes back the same",
        "const a = cell(), b = cell(); print(a, '50 %\\r100 %\\n'); show(a, 'x'); send(a, 'error', { ename: 'E', evalue: 'v', traceback: ['t'] }); b.restore(a.outputs, 3); return JSON.stringify(a.outputs) === JSON.stringify(b.outputs) && await seen(a) === await seen(b) ? b.executionCount : JSON.stringify([a.outputs, b.outputs]);", "3")]
    public async Task Output_areas_keep_the_rules(string rule, string script, string expected) =>
        Assert.True(expected == await page.EvaluateAsync($"{Helpers} {script}"), rule);
}
