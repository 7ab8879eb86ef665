using System.Text.Json.Nodes;
using Neurones.Player.Notebooks;
using Neurones.Protocol;

namespace Neurones.Player.Tests.Notebooks;

public class CellOutputsTests
{
    private readonly CellOutputs _outputs = new();
    private readonly NotebookCell _cell = new(new JsonObject { ["outputs"] = new JsonArray() }, 1);

    [Fact]
    public void Neighbouring_texts_of_one_stream_become_one_output()
    {
        Add("stream", new { name = "stdout", text = "a\nb" });
        Add("stream", new { name = "stdout", text = "c\n" });
        Add("stream", new { name = "stderr", text = "!" });
        Add("stream", new { name = "stdout", text = "d" });
        Assert.Equal("""["a\n","bc\n"] ["!"] ["d"]""", string.Join(' ', _cell.Outputs.Select(output => output!["text"]!.ToJsonString())));
    }

    [Fact]
    public void A_display_is_updated_where_it_stands_even_from_a_later_cell()
    {
        Add("display_data", new { data = new { x = "1" }, transient = new { display_id = "d" } });
        Add("stream", new { name = "stdout", text = "after" });
        _outputs.Add(new NotebookCell(new JsonObject { ["outputs"] = new JsonArray() }, 2), Message("update_display_data", new { data = new { x = "2" }, transient = new { display_id = "d" } }));
        Assert.Equal(2, _cell.Outputs.Count);
        Assert.Equal("2", (string?)_cell.Outputs[0]!["data"]!["x"]);
        Assert.Null(_cell.Outputs[0]!["transient"]);
    }

    [Fact]
    public void Texts_are_kept_as_lines_and_JSON_as_JSON()
    {
        var data = new Dictionary<string, object> { ["text/plain"] = "a\nb", ["application/vnd.plotly.v1+json"] = "{\"data\":[]}", ["image/png"] = "QQ==\n" };
        Add("execute_result", new { data, execution_count = 3 });
        Assert.Equal("""{"text/plain":["a\n","b"],"application/vnd.plotly.v1+json":{"data":[]},"image/png":"QQ==\n"}""", _cell.Outputs[0]!["data"]!.ToJsonString().Replace("\\u002B", "+", StringComparison.Ordinal));
        Assert.Equal(3, (int?)_cell.Outputs[0]!["execution_count"]);
    }

    [Fact]
    public void Clearing_may_wait_for_the_next_output()
    {
        Add("stream", new { name = "stdout", text = "old" });
        Add("clear_output", new { wait = true });
        Assert.Single(_cell.Outputs);
        Add("stream", new { name = "stdout", text = "new" });
        Assert.Equal("""["new"]""", Assert.Single(_cell.Outputs)!["text"]!.ToJsonString());
        Add("clear_output", new { wait = false });
        Assert.Empty(_cell.Outputs);
    }

    private static JupyterMessage Message(string type, object content) => JupyterMessage.Create(Channels.IoPub, type, "s", content);

    private void Add(string type, object content) => _outputs.Add(_cell, Message(type, content));
}
