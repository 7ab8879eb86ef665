using System.Text.Json.Nodes;
using Neurones.Protocol;

namespace Neurones.Player.Notebooks;

/// <summary>Turns what a kernel publishes into the outputs of a notebook's cells.</summary>
public sealed class CellOutputs
{
    private readonly Dictionary<string, List<JsonObject>> _displays = [];
    private bool _clearBeforeNext;

    /// <summary>Adds one message of the cell that is running to its outputs.</summary>
    public void Add(NotebookCell cell, JupyterMessage message)
    {
        var content = (JsonObject)JsonNode.Parse(message.Content.GetRawText())!;
        switch (message.MessageType)
        {
            case "execute_input" when (int?)content["execution_count"] is { } count:
                cell.SetExecutionCount(count);
                break;
            case "stream":
                AddStream(cell, (string?)content["name"] ?? "stdout", (string?)content["text"] ?? "");
                break;
            case "display_data" or "execute_result":
                AddDisplay(cell, message.MessageType, content);
                break;
            case "update_display_data":
                Update(content);
                break;
            case "error":
                Append(cell, new JsonObject
                {
                    ["output_type"] = "error",
                    ["ename"] = content["ename"]?.DeepClone(),
                    ["evalue"] = content["evalue"]?.DeepClone(),
                    ["traceback"] = content["traceback"]?.DeepClone(),
                });
                break;
            case "clear_output" when (bool?)content["wait"] == true:
                _clearBeforeNext = true;
                break;
            case "clear_output":
                cell.Outputs.Clear();
                break;
        }
    }

    /// <summary>Adds an error that no kernel is left to report.</summary>
    public void AddError(NotebookCell cell, CellError error) => Append(cell, new JsonObject
    {
        ["output_type"] = "error",
        ["ename"] = error.Name,
        ["evalue"] = error.Message,
        ["traceback"] = new JsonArray(error.Message),
    });

    private void AddStream(NotebookCell cell, string name, string text)
    {
        if (!_clearBeforeNext && cell.Outputs.LastOrDefault() is JsonObject last && (string?)last["output_type"] == "stream" && (string?)last["name"] == name)
        {
            last["text"] = Multiline.Split(NotebookCell.Text(last["text"]) + text);
            return;
        }

        Append(cell, new JsonObject { ["output_type"] = "stream", ["name"] = name, ["text"] = Multiline.Split(text) });
    }

    private void AddDisplay(NotebookCell cell, string type, JsonObject content)
    {
        var output = new JsonObject { ["output_type"] = type, ["data"] = Multiline.Bundle(content["data"]), ["metadata"] = content["metadata"]?.DeepClone() ?? new JsonObject() };
        if (type == "execute_result")
        {
            output["execution_count"] = content["execution_count"]?.DeepClone();
        }

        if (DisplayId(content) is { } id)
        {
            if (!_displays.TryGetValue(id, out var same))
            {
                _displays[id] = same = [];
            }

            same.Add(output);
        }

        Append(cell, output);
    }

    // A display is updated wherever it stands, in an earlier cell too.
    private void Update(JsonObject content)
    {
        if (DisplayId(content) is not { } id || !_displays.TryGetValue(id, out var outputs))
        {
            return;
        }

        foreach (var output in outputs)
        {
            output["data"] = Multiline.Bundle(content["data"]);
            output["metadata"] = content["metadata"]?.DeepClone() ?? new JsonObject();
        }
    }

    private void Append(NotebookCell cell, JsonObject output)
    {
        if (_clearBeforeNext)
        {
            cell.Outputs.Clear();
            _clearBeforeNext = false;
        }

        cell.Outputs.Add((JsonNode)output);
    }

    private static string? DisplayId(JsonObject content) => (string?)content["transient"]?["display_id"];
}
