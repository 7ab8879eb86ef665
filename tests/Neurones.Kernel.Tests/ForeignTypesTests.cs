using System.Text.Json;

namespace Neurones.Kernel.Tests;

/// <summary>Types of other libraries that are shown by convention or by name.</summary>
public sealed class ForeignTypesTests : IDisposable
{
    private const string Convention = """
        using System; using System.Collections.Generic; using System.IO;
        [AttributeUsage(AttributeTargets.Class)]
        internal sealed class TypeFormatterSourceAttribute : Attribute
        {
            public TypeFormatterSourceAttribute(Type source) => FormatterSourceType = source;
            public Type FormatterSourceType { get; }
            public string[] PreferredMimeTypes { get; set; }
        }
        internal sealed class Source
        {
            public IEnumerable<object> CreateTypeFormatters() => new object[]
            {
                new Form("text/html", _ => throw new Exception("the fallback was asked for")),
                new Form("application/vnd.plotly.v1+json", f => ((Drawing)f).Json),
                new Form("text/plain", _ => "a drawing"),
            };
        }
        internal sealed class Form
        {
            private readonly Func<object, string> _format;
            public Form(string mimeType, Func<object, string> format) { MimeType = mimeType; _format = format; }
            public string MimeType { get; }
            public bool Format(object instance, TextWriter writer) { writer.Write(_format(instance)); return true; }
        }
        [TypeFormatterSource(typeof(Source), PreferredMimeTypes = new[] { "text/html", "application/vnd.plotly.v1+json", "text/plain" })]
        public class Drawing { public string Json = "{\"data\":[1.5]}"; }
        public class Special : Drawing { }
        """;

    private const string PlotlyLater = """
        namespace Plotly.NET
        {
            public abstract class GenericChart
            {
                public sealed class Chart : GenericChart { }
                public static string toFigureJson(GenericChart chart) => "{\"data\":[],\"layout\":{\"by\":\"" + chart.GetType().Name + "\"}}";
            }
            public static class Make { public static GenericChart Any() => new GenericChart.Chart(); }
        }
        """;

    private const string PlotlyEarlier = """
        namespace Plotly.NET
        {
            public static class GenericChart
            {
                public abstract class GenericChart_ { }
                public static string toFigureJson(GenericChart_ chart) => "{\"data\":[],\"layout\":{\"by\":\"earlier\"}}";
            }
            public static class Make { public static object Any() => new Case(); private sealed class Case : GenericChart.GenericChart_ { } }
        }
        """;

    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("new Drawing()")]
    [InlineData("new Special()")]
    public async Task ATypeOfTheConventionIsShownByItsFormattersWithoutTheFallback(string code)
    {
        TestAssembly.Build(_folder.Path, "Drawings", Convention);
        await using var kernel = KernelClient.Start(_folder.Path);
        Assert.Equal(
            """{"application/vnd.plotly.v1+json":{"data":[1.5]},"text/plain":"a drawing"}""",
            (await kernel.RunAsync($"#r \"Drawings.dll\"\n{code}")).Result.ToString());
        Assert.Single((await kernel.RunAsync($"display({code});")).Contents("display_data"));
    }

    [Fact]
    public async Task AFigureThatIsNoJsonIsAnErrorOfItsCell()
    {
        TestAssembly.Build(_folder.Path, "Drawings", Convention);
        await using var kernel = KernelClient.Start(_folder.Path);
        Assert.Contains("isn't JSON", (await kernel.RunAsync("#r \"Drawings.dll\"\nnew Drawing { Json = \"{\" }")).ErrorText, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(PlotlyLater, "Chart")]
    [InlineData(PlotlyEarlier, "earlier")]
    public async Task AChartOfPlotlyNetIsShownThroughItsOwnFunction(string source, string expected)
    {
        BuildPlotly(source);
        await using var kernel = KernelClient.Start(_folder.Path);
        var figure = (await kernel.RunAsync("#r \"Plotly.NET.dll\"\nPlotly.NET.Make.Any()")).Result.GetProperty("application/vnd.plotly.v1+json");
        Assert.Equal(JsonValueKind.Object, figure.ValueKind);
        Assert.Equal(expected, figure.GetProperty("layout").GetProperty("by").GetString());
    }

    // C# lets no type nest in one of the same name, as F#'s module and union do: the name is written into the assembly afterwards.
    private void BuildPlotly(string source)
    {
        var path = TestAssembly.Build(_folder.Path, "Plotly.NET", source);
        var bytes = File.ReadAllBytes(path);
        var name = "GenericChart_\0"u8;
        for (var at = bytes.AsSpan().IndexOf(name); at >= 0; at = bytes.AsSpan().IndexOf(name))
            bytes[at + name.Length - 2] = 0;
        File.WriteAllBytes(path, bytes);
    }
}
