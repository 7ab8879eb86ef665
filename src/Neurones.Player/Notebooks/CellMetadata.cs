using System.Text.Json;

namespace Neurones.Player.Notebooks;

/// <summary>The metadata of an execute request, which tells the kernel how error messages are to name the cell.</summary>
internal static class CellMetadata
{
    public static JsonElement Name(string cell) => JsonSerializer.SerializeToElement(new { neurones = new { cell } });
}
