using System.Globalization;
using System.Text;

namespace Neurones.Kernel.Scripts;

/// <summary>A cell of the notebook that becomes a program: of text, its source alone. Its id is of letters, digits, - and _; it is its name where the file gives none.</summary>
internal sealed record LessonCell(bool IsCode, string Id, int Number, string Source, IReadOnlyList<string> Tags)
{
    public bool IsSkipped => Tags.Contains("skip-execution") || string.IsNullOrWhiteSpace(Source);

    /// <summary>The name that the cell has in error messages.</summary>
    public string Name => string.Create(CultureInfo.InvariantCulture, $"cell-{Number:00}");

    /// <summary>The class that the cell becomes: Cell05FirstStep of cell 5, first-step.</summary>
    public string ClassName
    {
        get
        {
            var name = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"Cell{Number:00}"));
            foreach (var word in Id == Name ? [] : Id.Split(['-', '_'], StringSplitOptions.RemoveEmptyEntries))
                name.Append(char.ToUpperInvariant(word[0])).Append(word, 1, word.Length - 1);
            return name.ToString();
        }
    }
}
