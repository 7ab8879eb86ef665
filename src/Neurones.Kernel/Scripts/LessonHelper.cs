namespace Neurones.Kernel.Scripts;

/// <summary>The end of every program: what a notebook's page does around its cells.</summary>
internal static class LessonHelper
{
    private const string FigureCase = """
                case Neurones.Charts.Figure figure:
                    Console.WriteLine($"{figure}\n  -> {Save(figure)}");
                    break;

        """;

    private const string FigureMethod = """"

            private static string Save(Neurones.Charts.Figure figure)
            {
                var file = System.IO.Path.Combine(_folder, ++_figures == 1 ? $"{_cell}.html" : $"{_cell}-{_figures}.html");
                System.IO.Directory.CreateDirectory(_folder);
                System.IO.File.WriteAllText(file, $"""
                    <!doctype html>
                    <html lang="en">
                    <meta charset="utf-8">
                    <title>{System.Net.WebUtility.HtmlEncode(figure.Title)}</title>
                    <script src="{Plotly}"></script>
                    <div id="figure" role="img" aria-label="{System.Net.WebUtility.HtmlEncode(figure.ToString())}"></div>
                    <script>Plotly.newPlot("figure", {figure.ToJson().Replace("</", "<\\/")})</script>
                    </html>
                    """);
                return file;
            }

        """";

    /// <param name="script">The program's file.</param>
    /// <param name="plotly">The file plotly.min.js, which its figures are drawn by.</param>
    /// <param name="charts">Whether it can have figures.</param>
    public static string Source(string script, string plotly, bool charts)
    {
        var name = Path.GetFileNameWithoutExtension(script);
        var folder = Path.Combine(Path.GetDirectoryName(script)!, name);
        var link = string.Join('/', Path.GetRelativePath(folder, plotly).Split(Path.DirectorySeparatorChar).Select(Uri.EscapeDataString));
        return $$"""
            /// <summary>What a notebook does with its cells: values are printed{{(charts ? ", figures are written to files that a browser opens" : "")}}.</summary>
            static class Lesson
            {
                private static readonly string _folder = System.IO.Path.Combine(AppContext.GetData("EntryPointFileDirectoryPath") as string ?? Environment.CurrentDirectory, "{{name}}");
                private static string _cell;
            {{(charts ? $"    private static int _figures;\n    private const string Plotly = \"{link}\";\n" : "")}}
                /// <summary>Runs a cell; where the lesson wants it to fail, its error is printed, and an exercise may be undone.</summary>
                public static async Task Cell(string name, Func<Task> run, bool fails = false, bool exercise = false)
                {
                    _cell = name;
            {{(charts ? "        _figures = 0;\n" : "")}}        try
                    {
                        await run();
                    }
                    catch (NotImplementedException) when (exercise)
                    {
                        Console.WriteLine($"{name}: not done yet.");
                    }
                    catch (Exception e) when (fails)
                    {
                        Console.WriteLine($"{e.GetType()}: {e.Message}");
                    }
                }

                public static Task Cell(string name, Action run, bool fails = false, bool exercise = false) => Cell(name, () =>
                {
                    run();
                    return Task.CompletedTask;
                }, fails, exercise);

                public static void display(object value)
                {
                    switch (value)
                    {
            {{(charts ? FigureCase : "")}}            default:
                            Console.WriteLine(Text(value));
                            break;
                    }
                }

                public static string HTML(string content) => content;
            {{(charts ? FigureMethod : "")}}
                private static string Text(object value) => value switch
                {
                    null => "null",
                    string text => text,
                    bool truth => truth ? "true" : "false",
                    IFormattable number => number.ToString(null, System.Globalization.CultureInfo.InvariantCulture),
                    IEnumerable items => $"[{string.Join(", ", items.Cast<object>().Select(Text))}]",
                    _ => value.ToString(),
                };
            }

            """;
    }
}
