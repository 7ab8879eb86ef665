namespace Neurones.Charts.Formatting;

/// <summary>plotly.js itself, put into the first figure of a session: nothing is fetched from a network, and later figures find it.</summary>
/// <param name="file">The file plotly.min.js.</param>
internal sealed class PlotlyScript(string file)
{
    private readonly Lock _lock = new();
    private bool _given;

    /// <summary>The file that lies beside this assembly.</summary>
    public static PlotlyScript OfThisSession { get; } =
        new(Path.Combine(Path.GetDirectoryName(typeof(PlotlyScript).Assembly.Location) ?? "", "plotly.min.js"));

    /// <summary>Whether figures can be drawn at all.</summary>
    public bool Exists => File.Exists(file);

    /// <summary>A script element with plotly.js the first time, and nothing from then on.</summary>
    /// <remarks>Hosts with an AMD loader would keep plotly.js from setting window.Plotly: the function hides that loader.</remarks>
    public string TakeElement()
    {
        lock (_lock)
        {
            if (_given) return "";

            var source = File.ReadAllText(file);
            _given = true;
            return $"<script>(function(define, exports, module) {{\n{source}\n}}).call(window);</script>\n";
        }
    }
}
