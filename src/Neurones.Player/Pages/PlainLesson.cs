using System.Net;
using System.Text.Json.Nodes;
using Neurones.Player.Notebooks;

namespace Neurones.Player.Pages;

/// <summary>A lesson as its mere text, for a reader whose browser runs no script: Markdown as it was written, code, and what it printed.</summary>
public static class PlainLesson
{
    public static string Html(Notebook notebook) => string.Concat(notebook.Cells.Select(Cell));

    private static string Cell(JsonObject cell) =>
        Block(NotebookCell.IsCode(cell) ? "code" : "span", NotebookCell.Text(cell["source"])) + string.Concat((cell["outputs"] as JsonArray ?? []).OfType<JsonObject>().Select(output => Block("samp", Text(output))));

    private static string Text(JsonObject output) => (string?)output["output_type"] switch
    {
        "stream" => NotebookCell.Text(output["text"]),
        "error" => $"{output["ename"]}: {output["evalue"]}",
        _ => NotebookCell.Text(output["data"]?["text/plain"]),
    };

    private static string Block(string element, string text) =>
        text.Length == 0 ? "" : $"<pre style=\"white-space: pre-wrap\"><{element}>{WebUtility.HtmlEncode(text)}</{element}></pre>\n";
}
